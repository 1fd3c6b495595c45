-- A thousand rows, kept, and these as often as is asked for: so that making them costs little beside writing them.
WITH RECURSIVE
thousand (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM thousand WHERE i < 1000),
times (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < :count / 1000),
some AS MATERIALIZED (
  SELECT
    '5c1a7e00-0000-4000-8000-' || (100000000000 + i) AS personId,
    'Person ' || (i * 7919 % 100003) AS personName,
    'person' || i || '@contoso.example' AS personPrincipalName,
    CASE i % 4 WHEN 0 THEN 'guest' ELSE 'member' END AS personType,
    'Department, ' || (i % 40) AS department,
    'Resource ' || (i % 977) AS resourceName,
    'Reader & writer' AS role,
    '2025-01-01T08:00:00Z' AS startsAt,
    '2026-12-' || (10 + i % 20) || 'T23:59:00Z' AS until,
    CASE i % 5 WHEN 0 THEN NULL ELSE 'asked for "project ' || (i % 613) || '"' END AS justification,
    'Asked for by Person ' || (i % 4001) || ', approved by the owner; it ends with the year.' AS why
  FROM thousand)
SELECT personId, personName, personPrincipalName, personType, department, resourceName, role, n AS pathCount,
  startsAt, until, justification, why
FROM times CROSS JOIN some
