-- The sqlite3 CLI by itself: users, members and assignments, read with json_each(readfile()).
-- It is run inside the export's folder: sqlite3 NEW.sqlite '.read sqlite_cli.sql'
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE users (id TEXT PRIMARY KEY, displayName, userPrincipalName, mail, userType, accountEnabled,
    createdDateTime, companyName, department, externalUserState, identities, manager, sponsors, signInActivity);
CREATE TABLE members (groupId TEXT, memberId TEXT, kind, displayName, PRIMARY KEY (groupId, memberId));
CREATE TABLE assignments (id TEXT PRIMARY KEY, state, status, expiredDateTime, schedule, target, packageId, policyId);
BEGIN;
INSERT INTO users
SELECT u.value ->> 'id', u.value ->> 'displayName', u.value ->> 'userPrincipalName', u.value ->> 'mail',
    u.value ->> 'userType', u.value ->> 'accountEnabled', u.value ->> 'createdDateTime', u.value ->> 'companyName',
    u.value ->> 'department', u.value ->> 'externalUserState', u.value -> 'identities', u.value -> 'manager',
    u.value -> 'sponsors', u.value -> 'signInActivity'
FROM fsdir('.') f, json_each(readfile(f.name), '$.value') u WHERE f.name GLOB './users*.json';
INSERT INTO members
SELECT substr(f.name, 8, 36), m.value ->> 'id', m.value ->> '$."@odata.type"', m.value ->> 'displayName'
FROM fsdir('groups') f, json_each(readfile(f.name), '$.value') m WHERE f.name GLOB 'groups/*/members*.json';
INSERT INTO assignments
SELECT a.value ->> 'id', a.value ->> 'state', a.value ->> 'status', a.value ->> 'expiredDateTime',
    a.value -> 'schedule', a.value -> 'target', a.value ->> '$.accessPackage.id', a.value ->> '$.assignmentPolicy.id'
FROM fsdir('identityGovernance/entitlementManagement') f, json_each(readfile(f.name), '$.value') a
WHERE f.name GLOB 'identityGovernance/entitlementManagement/assignments*.json';
COMMIT;
CREATE INDEX membersMember ON members (memberId);
