-- Who has access, by which way and until when, as somebody would ask the sqlite3 CLI for it: tables of Tenure's
-- database, a recursive walk up the groups, and one big UNION. It knows one first import of a generated tenant.
--
--   sqlite3 -readonly -cmd 'PRAGMA temp_store = MEMORY' -cmd '.param set :t TICKS' DATABASE '.read Benchmarks/naive/access.sql' > access.csv
--
-- An end is one number, so that max() and min() work on it: a moment in ticks, or unknown, open, never.
.headers on
.mode csv
PRAGMA cache_size = -500000;

CREATE TEMP TABLE word (unknown, open, never);
INSERT INTO word VALUES (9000000000000000000, 9000000000000000001, 9000000000000000002);
CREATE TEMP TABLE moment AS SELECT observedAt AS seen, :t AS t FROM snapshot;

CREATE TEMP TABLE name (key INTEGER PRIMARY KEY, id TEXT);
INSERT INTO name SELECT key, CASE typeof(id) WHEN 'blob' THEN lower(substr(hex(id), 1, 8) || '-'
    || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' || substr(hex(id), 17, 4) || '-'
    || substr(hex(id), 21)) ELSE id END FROM ident;

CREATE TEMP TABLE person (key INTEGER PRIMARY KEY, name TEXT);
INSERT OR IGNORE INTO person SELECT key, displayName FROM user WHERE until IS NULL;
INSERT OR IGNORE INTO person SELECT key, displayName FROM deletedUser WHERE until IS NULL;
INSERT OR IGNORE INTO person SELECT key, displayName FROM servicePrincipal WHERE until IS NULL;
INSERT OR IGNORE INTO person SELECT coalesce(person, subject), subjectName FROM assignment WHERE until IS NULL;

-- The earliest request that asked for each assignment.
CREATE TEMP TABLE asked (assignment INTEGER PRIMARY KEY, request, type, createdAt, completedAt, justification);
INSERT OR IGNORE INTO asked
SELECT q.assignment, n.id, q.requestType, q.createdAt, q.completedAt, q.justification
FROM assignmentRequest q JOIN name n ON n.key = q.key CROSS JOIN moment
WHERE lower(q.requestType) IN ('useradd', 'adminadd', 'systemadd', 'onbehalfadd') AND q.createdAt <= moment.t
    AND q.assignment IS NOT NULL
ORDER BY q.createdAt, n.id;

-- What a schedule or policy says: start plus days, or plus years and months with the day kept within the month.
CREATE TEMP VIEW pattern AS
SELECT a.key, a.person, a.subject, a.package, a.policy, lower(a.state) AS state, a.expiredAt,
    coalesce(a.startsAt, q.completedAt, q.createdAt) AS startsAt,
    a.expirationType AS type, a.expirationEndsAt AS endsAt, a.expirationDuration AS duration,
    p.expirationType AS policyType, p.expirationEndsAt AS policyEndsAt, p.expirationDuration AS policyDuration
FROM assignment a LEFT JOIN asked q ON q.assignment = a.key
    LEFT JOIN assignmentPolicy p ON p.key = a.policy AND p.until IS NULL
WHERE a.until IS NULL;

CREATE TEMP TABLE duration (text TEXT PRIMARY KEY, months INTEGER, days INTEGER);
INSERT INTO duration
SELECT text, CASE WHEN text LIKE 'P%Y%M' THEN substr(text, 2) * 12 + substr(text, instr(text, 'Y') + 1) ELSE 0 END,
    CASE WHEN text LIKE 'P%D' THEN 0 + substr(text, 2) ELSE 0 END
FROM (SELECT expirationDuration AS text FROM assignment UNION SELECT expirationDuration FROM assignmentPolicy)
WHERE text IS NOT NULL;

CREATE TEMP VIEW dated AS
SELECT a.*, d.text AS hasDuration, a.startsAt + d.days * 864000000000 + CASE d.months WHEN 0 THEN 0 ELSE 10000000 * (
        strftime('%s', min(date(a.startsAt / 10000000, 'unixepoch', d.months || ' months'),
            date(a.startsAt / 10000000, 'unixepoch', 'start of month', (d.months + 1) || ' months', '-1 day')))
        - strftime('%s', date(a.startsAt / 10000000, 'unixepoch'))) END AS afterDuration,
    p.text AS policyHasDuration, a.startsAt + p.days * 864000000000 + CASE p.months WHEN 0 THEN 0 ELSE 10000000 * (
        strftime('%s', min(date(a.startsAt / 10000000, 'unixepoch', p.months || ' months'),
            date(a.startsAt / 10000000, 'unixepoch', 'start of month', (p.months + 1) || ' months', '-1 day')))
        - strftime('%s', date(a.startsAt / 10000000, 'unixepoch'))) END AS policyAfterDuration
FROM pattern a LEFT JOIN duration d ON d.text = a.duration LEFT JOIN duration p ON p.text = a.policyDuration;

CREATE TEMP VIEW stated AS
SELECT d.*, CASE WHEN type = 'noExpiration' THEN never WHEN endsAt > 253402214400000000 - 504000000000 THEN never
        WHEN endsAt IS NOT NULL THEN endsAt WHEN hasDuration IS NOT NULL THEN coalesce(afterDuration, unknown) END AS own,
    CASE WHEN policyType = 'noExpiration' THEN never WHEN policyEndsAt > 253402214400000000 - 504000000000 THEN never
        WHEN policyEndsAt IS NOT NULL THEN policyEndsAt
        WHEN policyHasDuration IS NOT NULL THEN coalesce(policyAfterDuration, unknown) END AS byPolicy
FROM dated d CROSS JOIN word;

CREATE TEMP TABLE term AS
SELECT key, coalesce(person, subject) AS person, package, policy, startsAt, endsAt, source,
    CASE WHEN state = 'deliveryfailed' THEN 'failed' WHEN state = 'expired' OR expiredAt <= t THEN 'ended'
        WHEN startsAt > t THEN 'scheduled' WHEN endsAt <= seen THEN 'overdue' WHEN endsAt <= t THEN 'ended'
        WHEN state IN ('delivering', 'partiallydelivered') THEN 'delivering' ELSE 'active' END AS status,
    CASE WHEN state = 'expired' OR expiredAt <= t THEN expiredAt ELSE endsAt END AS endedAt
FROM (SELECT s.key, person, subject, package, policy, state, expiredAt, startsAt,
        CASE WHEN own IS NOT NULL THEN own WHEN byPolicy <= seen AND state <> 'expired' THEN unknown
            ELSE coalesce(byPolicy, unknown) END AS endsAt,
        CASE WHEN own IS NOT NULL THEN 'assignment' WHEN byPolicy IS NOT NULL THEN 'policy' ELSE 'none' END AS source
    FROM stated s CROSS JOIN moment CROSS JOIN word) CROSS JOIN moment;

CREATE TEMP TABLE packaged (person INTEGER, resource INTEGER, role TEXT, assignment INTEGER, package INTEGER,
    policy INTEGER, startsAt INTEGER, endsAt INTEGER, source TEXT, status TEXT, endedAt INTEGER, type TEXT);
INSERT INTO packaged
SELECT t.person, s.scopeOrigin AS resource, r.id AS role, t.key AS assignment, t.package, t.policy, t.startsAt,
    t.endsAt, t.source, t.status, t.endedAt,
    CASE lower(s.scopeOriginSystem) WHEN 'aadgroup' THEN 'group' WHEN 'aadapplication' THEN 'application'
        WHEN 'sharepointonline' THEN 'site' ELSE 'other' END AS type
FROM term t JOIN resourceRoleScope s ON s.parent = t.package AND s.until IS NULL JOIN name r ON r.key = s.roleOrigin;
CREATE INDEX temp.packagedPerson ON packaged (person, resource, role);

-- Edges of persons, each with what a package says of it: 1 live, 0 ended since the edge was seen.
CREATE TEMP TABLE edge (person INTEGER, resource INTEGER, role TEXT, assignment INTEGER, startsAt INTEGER, type TEXT,
    isDynamic INTEGER);
INSERT INTO edge
SELECT m.key AS person, m.parent AS resource, 'Member_' || n.id AS role, NULL AS assignment, NULL AS startsAt,
    'group' AS type, EXISTS (SELECT 1 FROM json_each(g.groupTypes) j WHERE j.value = 'DynamicMembership') AS isDynamic
FROM groupMember m JOIN directoryGroup g ON g.key = m.parent AND g.until IS NULL JOIN name n ON n.key = m.parent
WHERE m.until IS NULL AND m.key NOT IN (SELECT key FROM directoryGroup)
UNION ALL
SELECT o.key, o.parent, 'Owner_' || n.id, NULL, NULL, 'group', 0
FROM groupOwner o JOIN name n ON n.key = o.parent WHERE o.until IS NULL
UNION ALL
SELECT a.principal, a.resource, r.id, a.key, a.createdAt, 'application', 0
FROM appRoleAssignment a JOIN name r ON r.key = a.appRole
WHERE a.until IS NULL AND a.principal NOT IN (SELECT key FROM directoryGroup);

CREATE TEMP TABLE explained AS
SELECT e.*, (SELECT max(p.status IN ('active', 'delivering', 'overdue')) FROM packaged p CROSS JOIN moment
    WHERE p.person = e.person AND p.resource = e.resource AND p.role = e.role
        AND (p.status IN ('active', 'delivering', 'overdue') OR (p.status = 'ended' AND p.endedAt > moment.seen))) AS why
FROM edge e;

-- How long each membership lasts.
CREATE TEMP TABLE membership (person INTEGER, parent INTEGER, endsAt INTEGER, PRIMARY KEY (parent, person)) WITHOUT ROWID;
INSERT INTO membership
SELECT e.person, e.resource, coalesce(CASE WHEN NOT e.isDynamic AND e.why = 0 THEN
        (SELECT max(p.endedAt) FROM packaged p WHERE p.person = e.person AND p.resource = e.resource
            AND p.role = e.role AND p.status = 'ended')
    ELSE max(coalesce((SELECT max(p.endsAt) FROM packaged p WHERE p.person = e.person AND p.resource = e.resource
            AND p.role = e.role AND p.status IN ('active', 'delivering', 'overdue', 'scheduled')), 0),
        CASE WHEN e.isDynamic OR e.why IS NULL THEN open ELSE 0 END) END, unknown)
FROM explained e CROSS JOIN word WHERE e.role GLOB 'Member_*' AND e.type = 'group';

-- Every way up from every membership; a way meets no group twice.
CREATE TEMP TABLE nested (person INTEGER, grp INTEGER, via TEXT, paths INTEGER, endsAt INTEGER);
INSERT INTO nested
WITH RECURSIVE up (person, grp, ids, names, depth, start, endsAt) AS (
    SELECT m.person, m.parent, n.id, g.displayName, 0, m.parent, m.endsAt
    FROM membership m JOIN name n ON n.key = m.parent JOIN directoryGroup g ON g.key = m.parent AND g.until IS NULL
    UNION ALL
    SELECT u.person, m.parent, u.ids || n.id, u.names || ' > ' || g.displayName, u.depth + 1, u.start, u.endsAt
    FROM up u JOIN groupMember m ON m.key = u.grp AND m.until IS NULL JOIN name n ON n.key = m.parent
        JOIN directoryGroup g ON g.key = m.parent AND g.until IS NULL
    WHERE instr(u.ids, n.id) = 0)
SELECT person, grp, substr(way, instr(way, char(31)) + 1) AS via, paths, endsAt FROM (
    SELECT person, grp, count(DISTINCT start) AS paths, max(endsAt) AS endsAt,
        min(printf('%02d', depth) || ids || char(31) || substr(names, 1, length(names) - length(g.displayName) - 3)) AS way
    FROM up JOIN directoryGroup g ON g.key = grp AND g.until IS NULL WHERE depth > 0 GROUP BY person, grp);

-- Directory roles with their terms; a plain assignment counts where no schedule says the same.
CREATE TEMP TABLE held (key INTEGER, principal INTEGER, role INTEGER, scope TEXT, startsAt INTEGER, endsAt INTEGER,
    source TEXT, grant TEXT);
INSERT INTO held
SELECT key, principal, roleDefinition AS role, directoryScope AS scope, startsAt, coalesce(endsAt, never) AS endsAt,
    'assignment' AS source, 'roleAssignment' AS grant
FROM roleAssignmentSchedule CROSS JOIN word WHERE until IS NULL
UNION ALL
SELECT key, principal, roleDefinition, directoryScope, startsAt, coalesce(endsAt, never), 'assignment', 'roleEligibility'
FROM roleEligibilitySchedule CROSS JOIN word WHERE until IS NULL
UNION ALL
SELECT a.key, a.principal, a.roleDefinition, a.directoryScope, NULL, open, 'none', 'roleAssignment'
FROM roleAssignment a CROSS JOIN word WHERE a.until IS NULL AND NOT EXISTS (
    SELECT 1 FROM roleAssignmentSchedule x WHERE x.principal = a.principal AND x.roleDefinition = a.roleDefinition
        AND x.directoryScope = a.directoryScope AND x.until IS NULL);
CREATE INDEX temp.heldBy ON held (principal);

CREATE TEMP VIEW grants AS
SELECT person, type, resource, role, NULL AS scope, 'package' AS grant, NULL AS via, NULL AS paths, assignment, package,
    policy, startsAt, endsAt, source, status FROM packaged
UNION ALL
SELECT person, type, resource, role, NULL, CASE isDynamic WHEN 1 THEN 'dynamicRule' ELSE 'direct' END, NULL, NULL,
    assignment, NULL, NULL, startsAt, open, 'none', 'active'
FROM explained CROSS JOIN word WHERE isDynamic OR why IS NULL
UNION ALL
SELECT person, 'group', grp, 'Member_' || n.id, NULL, 'nestedGroup', via, paths, NULL, NULL, NULL, NULL, endsAt,
    CASE endsAt WHEN open THEN 'none' ELSE 'membership' END, 'active'
FROM nested JOIN name n ON n.key = grp CROSS JOIN word
UNION ALL
SELECT m.person, 'application', a.resource, r.id, NULL, 'groupAssignment', g.displayName, NULL, a.key, NULL, NULL,
    a.createdAt, min(m.endsAt, open), CASE WHEN m.endsAt < open THEN 'membership' ELSE 'none' END, 'active'
FROM appRoleAssignment a JOIN directoryGroup g ON g.key = a.principal AND g.until IS NULL
    JOIN membership m ON m.parent = g.key JOIN name r ON r.key = a.appRole CROSS JOIN word WHERE a.until IS NULL
UNION ALL
SELECT m.person, 'directoryRole', h.role, r.id, h.scope, CASE h.grant WHEN 'roleAssignment' THEN 'groupAssignment'
        ELSE h.grant END, g.displayName, NULL, h.key, NULL, NULL, h.startsAt, min(m.endsAt, h.endsAt),
    CASE WHEN m.endsAt >= h.endsAt THEN h.source WHEN m.endsAt = open THEN 'none' ELSE 'membership' END,
    CASE WHEN h.startsAt > t THEN 'scheduled' WHEN h.endsAt <= t THEN 'ended'
        WHEN h.grant = 'roleEligibility' THEN 'eligible' ELSE 'active' END
FROM held h JOIN directoryGroup g ON g.key = h.principal AND g.until IS NULL JOIN membership m ON m.parent = g.key
    JOIN name r ON r.key = h.role CROSS JOIN word CROSS JOIN moment
UNION ALL
SELECT h.principal, 'directoryRole', h.role, r.id, h.scope, h.grant, NULL, NULL, h.key, NULL, NULL, h.startsAt, h.endsAt,
    h.source, CASE WHEN h.startsAt > t THEN 'scheduled' WHEN h.endsAt <= t THEN 'ended'
        WHEN h.grant = 'roleEligibility' THEN 'eligible' ELSE 'active' END
FROM held h JOIN name r ON r.key = h.role CROSS JOIN moment WHERE h.principal NOT IN (SELECT key FROM directoryGroup);

SELECT pn.id AS personId, p.name AS personName, g.type AS resourceType, rn.id AS resourceId,
    coalesce(dg.displayName, sp.displayName, rd.displayName, (SELECT r.displayName FROM catalogResource r
        WHERE r.origin = g.resource AND r.until IS NULL LIMIT 1)) AS resourceName,
    g.role AS roleId, g.scope AS roleScope, g.grant, g.via, g.paths AS pathCount, ap.displayName AS packageName,
    po.displayName AS policyName, an.id AS assignmentId, q.request AS requestId, q.type AS requestType,
    strftime('%Y-%m-%dT%H:%M:%SZ', q.createdAt / 10000000, 'unixepoch') AS requestedAt, q.justification,
    strftime('%Y-%m-%dT%H:%M:%SZ', g.startsAt / 10000000, 'unixepoch') AS startsAt,
    CASE WHEN g.endsAt < unknown THEN strftime('%Y-%m-%dT%H:%M:%SZ', g.endsAt / 10000000, 'unixepoch') END AS until,
    CASE g.endsAt WHEN unknown THEN 'unknown' WHEN open THEN 'open' WHEN never THEN 'never' ELSE 'date' END AS untilKind,
    g.source AS untilSource, g.status
FROM grants g CROSS JOIN word JOIN name pn ON pn.key = g.person JOIN name rn ON rn.key = g.resource
    LEFT JOIN person p ON p.key = g.person
    LEFT JOIN directoryGroup dg ON dg.key = g.resource AND dg.until IS NULL
    LEFT JOIN servicePrincipal sp ON sp.key = g.resource AND sp.until IS NULL
    LEFT JOIN roleDefinition rd ON rd.key = g.resource AND rd.until IS NULL
    LEFT JOIN accessPackage ap ON ap.key = g.package AND ap.until IS NULL
    LEFT JOIN assignmentPolicy po ON po.key = g.policy AND po.until IS NULL
    LEFT JOIN name an ON an.key = g.assignment
    LEFT JOIN asked q ON g.grant = 'package' AND q.assignment = g.assignment
ORDER BY personName, personId, resourceName, resourceId, roleId, g.grant, assignmentId;
