"""What was decided and done: access reviews with their decisions, and the audit log."""

from .draws import moment
from .governance import held, is_approved, package_name, policy_name, request_id
from .pages import Collection

REVIEWS = "identityGovernance/accessReviews/definitions"
NOBODY = '{"id":"00000000-0000-0000-0000-000000000000","displayName":"","userPrincipalName":""}'
PACKAGE_QUERY = "/identityGovernance/entitlementManagement/accessPackageAssignments?$filter="


def write(tenant, out):
    reviews(tenant, out)
    audits(tenant, out)


def reviewed(tenant):
    """(number, package, of its group) for each review: of one package in five, and of its group in one of 25."""
    for p in range(0, tenant.packages, 5):
        yield p, p, False
    for p in range(3, tenant.packages, 25):
        yield tenant.packages + p, p, True


def scope(tenant, p, of_group):
    if of_group:
        query = f"/groups/{tenant.group_id(tenant.group_of_package(p))}/transitiveMembers"
    else:
        query = (f"{PACKAGE_QUERY}(accessPackageId eq '{tenant.package_id(p)}' and "
                 f"assignmentPolicyId eq '{tenant.policy_id(p, 0)}')")
    return (f'{{"@odata.type":"#microsoft.graph.accessReviewQueryScope","query":"{query}",'
            f'"queryType":"MicrosoftGraph","queryRoot":null}}')


def reviews(tenant, out):
    with Collection(out, REVIEWS) as c:
        for n, p, of_group in reviewed(tenant):
            c.add(f'{{"id":"{tenant.draws.guid("review", n)}","displayName":"Review {n}","status":"InProgress",'
                  f'"createdDateTime":"{moment(tenant.draws.number("review", n), 400, 500)}",'
                  f'"scope":{scope(tenant, p, of_group)},"instanceEnumerationScope":null,"reviewers":[],'
                  f'"settings":{{"recurrence":{{"range":{{"endDate":"9999-12-31"}}}}}}}}')
    for n, p, of_group in reviewed(tenant):
        review = f'{REVIEWS}/{tenant.draws.guid("review", n)}'
        with Collection(out, review + "/instances") as c:
            for run in range(2):
                first = 500 + 200 * run
                draw = tenant.draws.number("instance", n, run)
                c.add(f'{{"id":"{tenant.draws.guid("instance", n, run)}",'
                      f'"startDateTime":"{moment(draw, first, first + 10)}",'
                      f'"endDateTime":"{moment(draw, first + 30, first + 40)}","status":"Applied",'
                      f'"scope":{scope(tenant, p, of_group)}}}')
        for run in range(2):
            path = f'{review}/instances/{tenant.draws.guid("instance", n, run)}/decisions'
            with Collection(out, path) as c:
                for number, which in tenant.holders(p):
                    c.add(decision(tenant, n, run, p, of_group, number))


def decision(tenant, n, run, p, of_group, number):
    person = tenant.person(number)
    draw = tenant.draws.number("decision", n, run, number)
    reviewer = tenant.member(n * 31 + run)
    done = draw % 10
    word = "NotReviewed" if done == 0 else "Deny" if done == 1 else "DontKnow" if done == 2 else "Approve"
    when = "null" if done == 0 else f'"{moment(draw >> 5, 510 + 200 * run, 530 + 200 * run)}"'
    by = (NOBODY if done == 0 else f'{{"id":"{reviewer.id}","displayName":"{reviewer.name}",'
          f'"userPrincipalName":"{reviewer.upn}"}}')
    if of_group:
        g = tenant.group_of_package(p)
        resource = f'{{"id":"{tenant.group_id(g)}","displayName":"{tenant.group_name(g)}","type":"group"}}'
    else:
        kind = "#microsoft.graph.accessReviewInstanceDecisionItemAccessPackageAssignmentPolicyResource"
        resource = (f'{{"@odata.type":"{kind}","id":"{tenant.policy_id(p, 0)}","displayName":"{policy_name(0)}",'
                    f'"type":"accessPackageAssignmentPolicy","accessPackageId":"{tenant.package_id(p)}",'
                    f'"accessPackageDisplayName":"{package_name(p)}"}}')
    applied = "AppliedSuccessfully" if draw >> 9 & 7 else "AppliedWithUnknownFailure"
    return (f'{{"id":"{tenant.draws.guid("decisionid", n, run, number)}",'
            f'"accessReviewId":"{tenant.draws.guid("instance", n, run)}","reviewedDateTime":{when},'
            f'"decision":"{word}","justification":"{"still needed" if done > 2 else ""}",'
            f'"appliedDateTime":"{moment(draw >> 5, 540 + 200 * run, 541 + 200 * run)}","applyResult":"{applied}",'
            f'"recommendation":"{("Deny", "Approve")[draw >> 12 & 1]}","principal":{{'
            f'"@odata.type":"#microsoft.graph.userIdentity","id":"{person.id}","displayName":"{person.name}",'
            f'"userPrincipalName":"{person.upn}"}},"resource":{resource},"resourceLink":null,'
            f'"principalLink":"https://graph.microsoft.com/v1.0/users/{person.id}","reviewedBy":{by},'
            f'"appliedBy":{NOBODY}}}')


def audits(tenant, out):
    with Collection(out, "auditLogs/directoryAudits") as c:

        def event(key, category, activity, when, by, targets, details, service):
            h = tenant.draws.guid("audit", *key)
            c.add(f'{{"id":"SSGM_{h}_{int(h[:6], 16)}","category":"{category}",'
                  f'"correlationId":"{tenant.draws.guid("correlation", *key)}","result":"success","resultReason":"",'
                  f'"activityDisplayName":"{activity}","activityDateTime":"{when}","loggedByService":"{service}",'
                  f'"operationType":"Add","initiatedBy":{{"user":{{"id":"{by.id}","displayName":"{by.name}",'
                  f'"userPrincipalName":"{by.upn}"}},"app":null}},"targetResources":[{targets}],'
                  f'"additionalDetails":[{details}]}}')

        def target(id, kind, name):
            return f'{{"id":"{id}","type":"{kind}","displayName":"{name}","modifiedProperties":[]}}'

        for person, which, draw, p in held(tenant):
            key = (person.number, which)
            by = tenant.member(draw >> 8)
            request = request_id(tenant, *key)
            if tenant.by_administrator(draw):
                event(key, "EntitlementManagement", "Administrator directly assigns user to access package",
                      moment(draw >> 3, 480, 500), by, target(person.id, "User", person.name),
                      f'{{"key":"AccessPackageAssignmentRequestId","value":"{request}"}}', "Entitlement Management")
            elif is_approved(draw) and draw >> 40 & 1:
                event(key, "EntitlementManagement", "Approve access package assignment request",
                      moment(draw >> 3, 500, 502), by,
                      target(person.id, "User", person.name) + "," + target(request, "Request", ""),
                      '{"key":"Reason","value":"as asked"}', "Entitlement Management")
            elif (draw >> 44) % 3 == 0:
                g = tenant.group_of_package(p)
                event(key, "GroupManagement", "Add member to group", moment(draw >> 3, 500, 910), by,
                      target(person.id, "User", person.name) + ","
                      + target(tenant.group_id(g), "Group", tenant.group_name(g)), "", "Core Directory")
