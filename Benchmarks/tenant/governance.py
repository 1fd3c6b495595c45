"""Entitlement management: catalogs, packages, policies, assignments, requests, approvals."""

from .directory import app_role, application_id, application_name
from .draws import JUSTIFICATIONS, PARTNERS, moment
from .pages import Collection

BASE = "identityGovernance/entitlementManagement/"
NOTHING = '{"type":"notSpecified","endDateTime":null,"duration":null}'
NEVER = '{"type":"noExpiration","endDateTime":null,"duration":null}'


def write(tenant, out):
    catalogs(tenant, out)
    packages(tenant, out)
    policies(tenant, out)
    connected_organizations(tenant, out)
    assignments(tenant, out)
    requests(tenant, out)


def lasting(duration):
    return f'{{"type":"afterDuration","endDateTime":null,"duration":"{duration}"}}'


def ending(date):
    return f'{{"type":"afterDateTime","endDateTime":"{date}","duration":null}}'


def catalog_of(tenant, p):
    return p % tenant.catalogs


def catalog(tenant, k):
    name = "General" if k == 0 else f"Catalog {k:03d}"
    return f'"id":"{tenant.draws.guid("catalog", k)}","displayName":"{name}"'


def resources_of(tenant, p):
    """What package `p` gives: (system, origin id, name, role origin id, role name)."""
    g = tenant.group_of_package(p)
    yield "AadGroup", tenant.group_id(g), tenant.group_name(g), f"Member_{tenant.group_id(g)}", "Member"
    if given := tenant.application_of_package(p):
        a, r = given
        yield ("AadApplication", application_id(tenant, a), application_name(tenant, a), app_role(tenant, a, r),
               ("Reader", "Writer", "Approver")[r])
    if p % 3 == 0:
        site = f"https://contoso.sharepoint.example/sites/Site{p % 100}"
        yield "SharePointOnline", site, f"Site {p % 100}", "4", f"Site {p % 100} Visitors"
    if p % 25 == 7:
        g = tenant.group_of_package(p + 1)
        yield "AadGroup", tenant.group_id(g), tenant.group_name(g), f"Owner_{tenant.group_id(g)}", "Owner"


def catalogs(tenant, out):
    with Collection(out, BASE + "catalogs") as c:
        for k in range(tenant.catalogs):
            draw = tenant.draws.number("catalog", k)
            c.add(f'{{{catalog(tenant, k)},"description":"","catalogType":"{"userManaged" if k else "serviceDefault"}",'
                  f'"state":"published","isExternallyVisible":{"false" if k % 5 == 4 else "true"},'
                  f'"createdDateTime":"{moment(draw, 0, 100)}","modifiedDateTime":"{moment(draw, 100, 300)}"}}')
    for k in range(tenant.catalogs):
        path = f'{BASE}catalogs/{tenant.draws.guid("catalog", k)}/resources'
        with Collection(out, path) as c:
            seen = set()  # of one catalog
            for p in range(k, tenant.packages, tenant.catalogs):
                for system, origin, name, _, _ in resources_of(tenant, p):
                    if origin in seen:
                        continue
                    seen.add(origin)
                    draw = tenant.draws.number("resource", k, origin)
                    c.add(f'{{"id":"{tenant.draws.guid("resource", k, origin)}","displayName":"{name}",'
                          f'"description":"","originId":"{origin}","originSystem":"{system}",'
                          f'"createdDateTime":"{moment(draw, 100, 400)}","attributes":[]}}')


def package_name(p):
    return f"Package {p:05d}"


def packages(tenant, out):
    with Collection(out, BASE + "accessPackages") as c:
        for p in range(tenant.packages):
            draw = tenant.draws.number("package", p)
            c.add(f'{{"id":"{tenant.package_id(p)}","displayName":"{package_name(p)}","description":"",'
                  f'"isHidden":false,"createdDateTime":"{moment(draw, 100, 400)}",'
                  f'"modifiedDateTime":"{moment(draw, 400, 600)}","catalog":{{{catalog(tenant, catalog_of(tenant, p))}}}}}')
    for p in range(tenant.packages):
        with Collection(out, f"{BASE}accessPackages/{tenant.package_id(p)}/resourceRoleScopes") as c:
            for system, origin, _, role, name in resources_of(tenant, p):
                ids = tenant.draws.guid("rolescope", p, role), tenant.draws.guid("scope", p, origin)
                c.add(f'{{"id":"{ids[0]}_{ids[1]}","createdDateTime":"{moment(tenant.draws.number("rolescope", p))}",'
                      f'"role":{{"id":"{ids[0]}","displayName":"{name}","description":null,"originSystem":"{system}",'
                      f'"originId":"{role}"}},"scope":{{"id":"{ids[1]}","displayName":"Root",'
                      f'"description":"Root Scope","originId":"{origin}","originSystem":"{system}",'
                      f'"isRootScope":true}}}}')


def policies(tenant, out):
    ends = (lasting("P14D"), lasting("P180D"), lasting("P365D"), NEVER, ending("2026-12-31T22:59:59Z"), NOTHING,
            ending("9999-12-31T00:00:00Z"), "null")
    with Collection(out, BASE + "assignmentPolicies") as c:
        for p in range(tenant.packages):
            for which in range(2):
                draw = tenant.draws.number("policy", p, which)
                asks = "true" if draw % 3 == 0 else "false"
                approver = tenant.member(draw >> 8)
                stages = (f'{{"durationBeforeAutomaticDenial":"P14D","isApproverJustificationRequired":false,'
                          f'"primaryApprovers":[{{"@odata.type":"#microsoft.graph.singleUser",'
                          f'"userId":"{approver.id}","description":"{approver.name}"}}]}}' if draw % 3 == 0 else "")
                c.add(f'{{"id":"{tenant.policy_id(p, which)}","displayName":"{policy_name(which)}","description":"",'
                      f'"allowedTargetScope":"allDirectoryUsers","createdDateTime":"{moment(draw, 100, 300)}",'
                      f'"modifiedDateTime":"{moment(draw, 300, 500)}",'
                      f'"expiration":{ends[draw % 8]},"requestorSettings":{{"allowCustomAssignmentSchedule":true,'
                      f'"enableTargetsToSelfAddAccess":true}},'
                      f'"requestApprovalSettings":{{"isApprovalRequiredForAdd":{asks},'
                      f'"isApprovalRequiredForUpdate":false,"stages":[{stages}]}},"accessPackage":'
                      f'{{"id":"{tenant.package_id(p)}","displayName":"{package_name(p)}"}}}}')


def policy_name(which):
    return ("Initial policy", "Direct, by an administrator")[which]


def partner_id(tenant, n):
    return tenant.draws.guid("connected", n)


def connected_organizations(tenant, out):
    with Collection(out, BASE + "connectedOrganizations") as c:
        for n, partner in enumerate(PARTNERS):
            c.add(f'{{"id":"{partner_id(tenant, n)}","displayName":"{partner.capitalize()} (example)",'
                  f'"description":"","state":"{"configured" if n % 2 else "proposed"}","identitySources":[{{'
                  f'"@odata.type":"#microsoft.graph.domainIdentitySource","domainName":"{partner}.example",'
                  f'"displayName":"{partner.capitalize()}"}}]}}')


def subject(tenant, person):
    """The subject of an assignment or request: never the directory object itself (GRAPH.md 1)."""
    here = person.number < tenant.users + tenant.deleted
    directory = f'"{person.id}"' if here else "null"
    upn = f'"{person.upn}"' if here else "null"
    organization = ""
    if person.guest or not here:
        n = tenant.partner(person)
        organization = (f',"connectedOrganization":{{"id":"{partner_id(tenant, n)}",'
                        f'"displayName":"{PARTNERS[n].capitalize()} (example)"}}')
    return (f'{{"id":"{tenant.draws.guid("subject", person.number)}","objectId":{directory},'
            f'"displayName":"{person.name}","email":"{person.mail}","principalName":{upn},"subjectType":"user",'
            f'"subjectLifecycle":"{"governed" if person.guest else "notDefined"}"{organization}}}')


def end_of(draw, live):
    """The schedule of an assignment: every kind of end that the source knows."""
    start = moment(draw >> 3, 500, 905)
    kind = (draw >> 12) % 12
    later = moment(draw >> 6, 912, 1300) if live and (draw >> 20) % 50 else moment(draw >> 6, 860, 905)
    if kind == 0:
        return "null"
    end = {1: ending(later), 2: ending(later), 3: lasting("P14D"), 4: lasting("P90D"), 5: lasting("P365D"),
           6: NEVER, 7: NOTHING, 8: "null", 9: ending("9999-12-31T00:00:00Z"), 10: lasting("P1Y2M"),
           11: NOTHING}[kind]
    return f'{{"startDateTime":"{start}","recurrence":null,"expiration":{end}}}'


def held(tenant):
    """(person, which, draw, package) for every assignment."""
    for number in range(tenant.users + tenant.deleted + tenant.pending):
        person = tenant.person(number)
        for which, p in enumerate(tenant.packages_of(number)):
            yield person, which, tenant.draws.number("assignment", number, which), p


def assignment_id(tenant, number, which):
    return tenant.draws.guid("assignmentid", number, which)


def policy_of(tenant, draw):
    return 1 if tenant.by_administrator(draw) else 0


def assignments(tenant, out):
    with Collection(out, BASE + "assignments") as c:
        for person, which, draw, p in held(tenant):
            live = tenant.is_live(draw)
            state, status, gone = "delivered", "Delivered", "null"
            if not live:
                state = ("expired", "expired", "expired", "deliveryFailed", "delivering")[draw % 20 - 15]
                status = {"expired": "Expired", "deliveryFailed": "DeliveryFailed", "delivering": "Delivering"}[state]
                if state == "expired":
                    gone = f'"{moment(draw >> 4, 700, 910)}"'
            policy = policy_of(tenant, draw)
            c.add(f'{{"id":"{assignment_id(tenant, person.number, which)}","state":"{state}","status":"{status}",'
                  f'"expiredDateTime":{gone},"schedule":{end_of(draw, live)},"customExtensionCalloutInstances":[],'
                  f'"target":{subject(tenant, person)},"accessPackage":{{"id":"{tenant.package_id(p)}",'
                  f'"displayName":"{package_name(p)}"}},"assignmentPolicy":{{"id":"{tenant.policy_id(p, policy)}",'
                  f'"displayName":"{policy_name(policy)}"}}}}')


def request_id(tenant, number, which):
    return tenant.draws.guid("request", number, which)


def is_approved(draw):
    """One request in ten went through an approval."""
    return not (draw >> 8) % 20 < 3 and (draw >> 28) % 17 < 2


def requests(tenant, out):
    with Collection(out, BASE + "assignmentRequests") as c:
        for person, which, draw, p in held(tenant):
            who = subject(tenant, person)
            package = f'"accessPackage":{{"id":"{tenant.package_id(p)}","displayName":"{package_name(p)}"}}'
            about = f'"assignment":{{"id":"{assignment_id(tenant, person.number, which)}"}}'

            def request(id, kind, state, created, done):
                c.add(f'{{"id":"{id}","requestType":"{kind}","state":"{state}","status":"Fulfilled",'
                      f'"createdDateTime":"{created}","completedDateTime":"{done}",'
                      f'"justification":"{JUSTIFICATIONS[(draw >> 24) % len(JUSTIFICATIONS)]}","answers":[],'
                      f'"customExtensionCalloutInstances":[],"schedule":null,"requestor":{who},{package},{about}}}')

            kind = "adminAdd" if tenant.by_administrator(draw) else "userAdd" if draw >> 50 & 31 else "systemAdd"
            request(request_id(tenant, person.number, which), kind, "delivered",
                    moment(draw >> 3, 480, 500), moment(draw >> 4, 500, 505))
            if (draw >> 30) % 20 == 0:
                kind = ("userUpdate", "userRemove", "systemRemove", "adminUpdate", "userAdd")[(draw >> 36) % 5]
                request(tenant.draws.guid("later", person.number, which), kind,
                        "denied" if kind == "userAdd" else "delivered",
                        moment(draw >> 5, 800, 900), moment(draw >> 5, 900, 910))
    for person, which, draw, _ in held(tenant):
        if is_approved(draw):
            stage(tenant, out, request_id(tenant, person.number, which), draw)


def stage(tenant, out, request, draw):
    approver = tenant.member(draw >> 8)
    result = "Deny" if draw >> 33 & 15 == 0 else "Approve"
    with Collection(out, f"{BASE}accessPackageAssignmentApprovals/{request}/stages") as c:
        c.add(f'{{"id":"{tenant.draws.guid("stage", request)}","displayName":null,"assignedToMe":false,'
              f'"justification":"ok","status":"Completed","reviewResult":"{result}",'
              f'"reviewedDateTime":"{moment(draw >> 3, 500, 502)}","reviewedBy":{{"id":"{approver.id}",'
              f'"displayName":"{approver.name}","userPrincipalName":"{approver.upn}"}}}}')
