"""The directory: organization, users, groups, applications, directory roles."""

from .draws import PARTNERS, moment
from .pages import Collection

ZERO = "00000000-0000-0000-0000-000000000000"
ROLES = ("Global Reader", "User Administrator", "Guest Inviter", "Groups Administrator", "Security Reader",
         "Application Administrator", "Reports Reader", "Helpdesk Administrator")


def write(tenant, out):
    organization(tenant, out)
    users(tenant, out)
    deleted(tenant, out)
    groups(tenant, out)
    applications(tenant, out)
    roles(tenant, out)


def organization(tenant, out):
    with Collection(out, "organization") as c:
        c.add(f'{{"id":"{tenant.draws.guid("organization")}","displayName":"Contoso Example","verifiedDomains":['
              '{"name":"contoso.example","isDefault":true,"isInitial":false,"type":"Managed"},'
              '{"name":"contoso.onmicrosoft.example","isDefault":false,"isInitial":true,"type":"Managed"}]}')


def user(tenant, person, extra=""):
    draw = person.draw
    created = moment(draw >> 3, 0, 850)
    if person.guest:
        state = ('"PendingAcceptance"', '"Accepted"')[draw >> 30 & 7 != 0]
        kind = (f'"userType":"Guest","creationType":"Invitation","externalUserState":{state},'
                f'"externalUserStateChangeDateTime":"{moment(draw >> 7, 850, 900)}"')
        partner = PARTNERS[tenant.partner(person)]
        company = f"{partner.capitalize()} (example)"
        identity = '{"signInType":"federated","issuer":"ExternalAzureAD","issuerAssignedId":null}'
    else:
        kind = ('"userType":"Member","creationType":null,"externalUserState":null,'
                '"externalUserStateChangeDateTime":null')
        company = "Contoso Example"
        identity = (f'{{"signInType":"userPrincipalName","issuer":"contoso.example",'
                    f'"issuerAssignedId":"{person.upn}"}}')
    enabled = "true" if draw >> 33 & 15 else "false"
    text = (f'{{"id":"{person.id}","displayName":"{person.name}","userPrincipalName":"{person.upn}",'
            f'"mail":"{person.mail}","otherMails":[],"accountEnabled":{enabled},"createdDateTime":"{created}",{kind},'
            f'"companyName":"{company}","department":"{tenant.department(person)}","jobTitle":"Specialist",'
            f'"employeeId":"{person.number:07d}","onPremisesSyncEnabled":null,"identities":[{identity}]{extra}')
    return text


def users(tenant, out):
    with Collection(out, "users") as c:
        for number in range(tenant.users):
            person = tenant.person(number)
            draw = person.draw
            text = user(tenant, person)
            if draw >> 37 & 7:
                tried = moment(draw >> 5, 600, 911)
                last = f'"{moment(draw >> 5, 600, 911)}"' if draw >> 39 & 3 else "null"
                text += (f',"signInActivity":{{"lastSignInDateTime":"{tried}",'
                         f'"lastSuccessfulSignInDateTime":{last}}}')
            if person.guest:
                count = draw >> 41 & 3
                text += f',"sponsors":[{",".join(reference(tenant.member(draw + 77 * k)) for k in range(count))}]'
            elif number:
                text += f',"manager":{reference(tenant.person(number // 8))}'
            c.add(text + "}")


def reference(person):
    return (f'{{"@odata.type":"#microsoft.graph.user","id":"{person.id}","displayName":"{person.name}",'
            f'"userPrincipalName":"{person.upn}"}}')


def deleted(tenant, out):
    with Collection(out, "directory/deletedItems/microsoft.graph.user", "users") as c:
        for number in range(tenant.users, tenant.users + tenant.deleted):
            person = tenant.person(number)
            gone = moment(person.draw >> 2, 880, 911)
            c.add(user(tenant, person, f',"deletedDateTime":"{gone}"') + "}")


def groups(tenant, out):
    numbers = range(tenant.groups + tenant.dense)
    with Collection(out, "groups") as c:
        for g in numbers:
            kinds = tenant.group_types(g)
            rule = '"(user.department -eq \\"Sales\\")"' if "DynamicMembership" in kinds else "null"
            c.add(f'{{"id":"{tenant.group_id(g)}","displayName":"{tenant.group_name(g)}","description":null,'
                  f'"groupTypes":[{",".join(f"{chr(34)}{k}{chr(34)}" for k in kinds)}],'
                  f'"mailEnabled":{"true" if "Unified" in kinds else "false"},"securityEnabled":true,'
                  f'"isAssignableToRole":{"true" if g % 100 == 5 else "false"},"membershipRule":{rule},'
                  f'"onPremisesSyncEnabled":null,"visibility":null,'
                  f'"createdDateTime":"{moment(tenant.draws.number("groupcreated", g))}"}}')
    for g in numbers:
        members(tenant, out, g)


def members(tenant, out, g):
    path = f"groups/{tenant.group_id(g)}"
    with Collection(out, f"{path}/members", "directoryObjects") as c:
        for number in tenant.group_members(g):
            c.add(reference(tenant.person(number)))
        for child in tenant.group_children(g):
            c.add(f'{{"@odata.type":"#microsoft.graph.group","id":"{tenant.group_id(child)}",'
                  f'"displayName":"{tenant.group_name(child)}"}}')
        if g % 500 == 11:
            c.add(f'{{"@odata.type":"#microsoft.graph.servicePrincipal","id":"{application_id(tenant, g)}",'
                  f'"displayName":"{application_name(tenant, g)}"}}')
    with Collection(out, f"{path}/owners", "directoryObjects") as c:
        draw = tenant.draws.number("owners", g)
        owners = {(draw >> 7 * k) % tenant.users for k in range(1 + draw % 3)}
        for number in sorted(owners):
            c.add(reference(tenant.person(number)))


def application_id(tenant, a):
    return tenant.draws.guid("application", a % tenant.applications)


def application_name(tenant, a):
    return f"App {a % tenant.applications:04d}"


def app_role(tenant, a, r):
    """The id of app role `r` of application `a`; role 0 is the default access of an application without roles."""
    return tenant.draws.guid("approle", a, r) if a % 4 else ZERO


def applications(tenant, out):
    with Collection(out, "servicePrincipals") as c:
        for a in range(tenant.applications):
            roles = ",".join(
                f'{{"id":"{app_role(tenant, a, r)}","value":"App.Role{r}","displayName":"{name}","description":"",'
                f'"isEnabled":true,"allowedMemberTypes":["User"]}}'
                for r, name in enumerate(("Reader", "Writer", "Approver")) if a % 4)
            c.add(f'{{"id":"{application_id(tenant, a)}","appId":"{tenant.draws.guid("appid", a)}",'
                  f'"displayName":"{application_name(tenant, a)}","accountEnabled":true,'
                  f'"servicePrincipalType":"Application","appRoleAssignmentRequired":{"true" if a % 3 else "false"},'
                  f'"appRoles":[{roles}],"appOwnerOrganizationId":"{tenant.draws.guid("organization")}","tags":[]}}')
    for a in range(tenant.applications):
        app_role_assigned_to(tenant, out, a)


def app_role_assigned_to(tenant, out, a):
    resource, name = application_id(tenant, a), application_name(tenant, a)
    path = f"servicePrincipals/{resource}/appRoleAssignedTo"
    with Collection(out, path, f"servicePrincipals('{resource}')/appRoleAssignedTo") as c:
        seen = set()  # of one application: who holds which of its roles

        def assign(role, kind, principal, display, n):
            if (role, principal) in seen:
                return
            seen.add((role, principal))
            h = tenant.draws.hex("assigned", a, n, role, principal)
            c.add(f'{{"id":"{h[:22]}_{h[22:]}","deletedDateTime":null,"appRoleId":"{role}",'
                  f'"createdDateTime":"{moment(int(h[:12], 16))}","principalDisplayName":"{display}",'
                  f'"principalId":"{principal}","principalType":"{kind}","resourceDisplayName":"{name}",'
                  f'"resourceId":"{resource}"}}')

        for p in range(2 * a, tenant.packages, 2 * tenant.applications):
            _, r = tenant.application_of_package(p)
            role = app_role(tenant, a, r)
            for number, which in tenant.holders(p):
                draw = tenant.draws.number("assignment", number, which)
                if tenant.is_live(draw) and draw % 89:
                    person = tenant.person(number)
                    assign(role, "User", person.id, person.name, 0)
        for n in range(60):
            person = tenant.person(tenant.draws.number("holder", a, n) % tenant.users)
            assign(app_role(tenant, a, n % 3), "User", person.id, person.name, n)
        for n in range(4):
            g = tenant.draws.number("holdergroup", a, n) % tenant.groups
            assign(app_role(tenant, a, n % 3), "Group", tenant.group_id(g), tenant.group_name(g), n)
        other = a + 1
        assign(app_role(tenant, a, 0), "ServicePrincipal", application_id(tenant, other),
               application_name(tenant, other), 0)


def roles(tenant, out):
    base = "roleManagement/directory/"

    def role_id(r):
        return tenant.draws.guid("role", r)

    with Collection(out, base + "roleDefinitions") as c:
        for r in range(tenant.roles):
            name = ROLES[r] if r < len(ROLES) else f"Custom role {r:02d}"
            c.add(f'{{"id":"{role_id(r)}","displayName":"{name}","description":"{name}",'
                  f'"isBuiltIn":{"true" if r < len(ROLES) else "false"},"isEnabled":true,"templateId":"{role_id(r)}"}}')

    def held(kind, ends, plain=False):
        path = base + kind
        with Collection(out, path) as c:
            for n in range(max(4, tenant.users // 500)):
                draw = tenant.draws.number("schedules" if plain else kind, n)
                if n % 10 == 3:
                    g = draw // 100 * 100 % tenant.groups + 5
                    g = g if g < tenant.groups else 1
                    principal, sort, name = tenant.group_id(g), "group", tenant.group_name(g)
                else:
                    person = tenant.person(draw % tenant.users)
                    principal, sort, name = person.id, "user", person.name
                scope = "/" if n % 9 else f'/administrativeUnits/{tenant.draws.guid("unit", n % 5)}'
                text = (f'{{"id":"{tenant.draws.hex(path, n)}","principalId":"{principal}",'
                        f'"roleDefinitionId":"{role_id(draw % tenant.roles)}","directoryScopeId":"{scope}",'
                        f'"appScopeId":null')
                if ends:
                    end = f'"{moment(draw >> 9, 880, 1300)}"' if n % 3 else "null"
                    text += (f',"startDateTime":"{moment(draw >> 5, 400, 850)}","endDateTime":{end},'
                             f'"memberType":"Direct"')
                    if kind.startswith("roleAssignment"):
                        text += ',"assignmentType":"Assigned"'
                c.add(text + f',"principal":{{"@odata.type":"#microsoft.graph.{sort}","id":"{principal}",'
                             f'"displayName":"{name}"}}}}')

    held("roleAssignmentScheduleInstances", ends=True)
    held("roleEligibilityScheduleInstances", ends=True)
    held("roleAssignments", ends=False)
