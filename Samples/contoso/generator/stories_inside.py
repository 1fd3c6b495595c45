"""Stories about employees, nested groups, directory roles and applications that act by themselves."""

from .assignments import Approval
from .audit import ENTITLEMENT, target
from .catalogs import UNSAID
from .offers import PLM_APPROVAL_SINCE
from .timeline import ABSENT, ALWAYS, Over

LEFT = "2026-07-17T16:30:00.720Z"


def a_seller_who_left(tenant):
    """Deleted on his last day: the assignment still says delivered, the directory knows him no more."""
    viktor = tenant.directory.employee("Viktor Lang", "Sales", "Field Sales", tenant.staff["Priya Raman"],
                                       "2022-03-01T08:12:30Z")
    tenant.directory.join(tenant.groups.sales, viktor)
    tenant.viktor = viktor
    tenant.sponsor_until_he_left = Over({ALWAYS: viktor.reference(), LEFT: ABSENT})
    tenant.directory.delete(viktor, LEFT, tenant.staff["Amara Diallo"], "Delete user")


def sales_tools_for_everybody_in_sales(tenant):
    """A policy assigns by rule: nobody asks, nobody approves, the group follows the department."""
    yuki = tenant.directory.employee("Yuki Tanaka", "Sales", "Export, Asia", tenant.staff["Ruth Adeyemi"],
                                     "2026-06-15T07:00:12Z")
    tenant.directory.join(tenant.groups.sales, yuki, "2026-06-15T07:09:00Z")
    names = ("Priya Raman", "Carlos Mendes", "Emily Tran", "Fabian Keller", "Ruth Adeyemi")
    for person in [tenant.staff[name] for name in names] + [tenant.viktor]:
        tenant.assignments.assign(person, tenant.policies.sales, "2026-02-02T05:00:04.210Z", kind="systemAdd")
    tenant.assignments.assign(yuki, tenant.policies.sales, "2026-06-15T07:11:32.644Z", kind="systemAdd")
    tenant.assignments.assign(tenant.staff["Priya Raman"], tenant.policies.lead, "2026-05-28T11:50:09.130Z",
                              kind="adminAdd", by=tenant.staff["Jonas Weill"])


def two_packages_that_exclude_each_other(tenant):
    """One person may approve purchases and release their payment; the rule against it came too late."""
    staff, policies = tenant.staff, tenant.policies
    olga, tobias, samuel = staff["Olga Petrenko"], staff["Tobias Renner"], staff["Samuel Brandt"]
    tenant.assignments.assign(olga, policies.purchase, "2026-05-11T08:02:40.300Z", why="Cover for Samuel",
                              approval=Approval(samuel, "2026-05-11T09:30:12.450Z", "Agreed"))
    tenant.assignments.assign(olga, policies.payment, "2026-06-10T12:20:31.915Z", why="Holiday season",
                              approval=Approval(tobias, "2026-06-10T15:05:48.020Z", "Until Wei is back"))
    since = "2026-06-25T09:14:03.610Z"
    tenant.catalogs.incompatible(tenant.packages.payment, tenant.packages.purchase, since)
    tenant.catalogs.incompatible(tenant.packages.payment, tenant.groups.vendors, since)
    tenant.audit.event(since, "Create incompatible access package", ENTITLEMENT, staff["Lucia Bianchi"], [
        target("AccessPackage", tenant.packages.payment.id, tenant.packages.payment.name),
        target("AccessPackage", tenant.packages.purchase.id, tenant.packages.purchase.name)])


def an_end_that_only_the_policy_knows(tenant):
    """The assignment says nothing of an end; the policy's year counts from its start."""
    tenant.assignments.assign(
        tenant.staff["Aisha Rahman"], tenant.policies.purchase, "2026-05-13T07:15:20.080Z", expiration=UNSAID,
        approval=Approval(tenant.staff["Marta Kowalska"], "2026-05-13T07:40:00.640Z", "Frames only"))


def an_end_that_nobody_knows(tenant):
    """The policy was deleted, and the assignment says nothing of an end."""
    policy = tenant.catalogs.policy(tenant.packages.plm, "Pilot of 2025", "specificDirectoryUsers", UNSAID,
                                    since="2025-02-11T09:10:00Z", until="2025-12-01T10:00:00Z")
    assignment = tenant.assignments.assign(tenant.staff["Hannah Vogel"], policy, "2025-03-04T10:10:10.101Z",
                                           expiration=UNSAID)
    assignment.body["assignmentPolicy"] = None


def groups_in_groups(tenant):
    """Frame design is in Design, Design in Engineering, Engineering in PLM users; and two clubs hold each other."""
    directory, staff, groups = tenant.directory, tenant.staff, tenant.groups
    daniel, sofia = staff["Daniel Okonkwo"], staff["Sofia Lindgren"]
    frame = directory.group("Frame design", "Frames and forks", owners=[sofia],
                            members=[staff["Kwame Asante"], staff["Elif Demir"]])
    wheel = directory.group("Wheel design", "Rims, hubs, spokes", owners=[sofia],
                            members=[staff["Hannah Vogel"], staff["Elif Demir"]])
    design = directory.group("Design", "All designers", owners=[sofia], members=[staff["Mateo Alvarez"], frame, wheel])
    engineering = directory.group("Engineering", "All engineers", owners=[daniel],
                                  members=[sofia, staff["Arjun Mehta"], staff["Freya Hansen"], design])
    directory.join(groups.plm, engineering)
    sports = directory.group("Sports club", "Runs on Thursdays", unified=True, owners=[staff["Greta Nilsson"]],
                             members=[staff["Greta Nilsson"], staff["Omar Haddad"]])
    party = directory.group("Summer party", "Plans the party", unified=True, owners=[staff["Lena Fischer"]],
                            members=[staff["Lena Fischer"], sports])
    directory.join(sports, party)


def a_policy_that_changed(tenant):
    """PLM editors needed no approval until July; who asked before is judged by the rule of that time."""
    assign, plm, staff = tenant.assignments.assign, tenant.policies.plm, tenant.staff
    assign(staff["Mateo Alvarez"], plm, "2026-06-02T08:20:15.070Z", why="Stems and bars")
    assign(staff["Sofia Lindgren"], plm, "2026-01-07T09:00:00.330Z", why="Head of Design")
    assign(staff["Kwame Asante"], plm, "2026-07-20T07:41:09.240Z", why="Titanium frame",
           approval=Approval(staff["Sofia Lindgren"], "2026-07-20T08:05:00.512Z", "Yes"))
    tenant.audit.event(PLM_APPROVAL_SINCE, "Update access package policy", ENTITLEMENT, staff["Helen Strand"], [
        {**target("AccessPackageAssignmentPolicy", plm.id, plm.name), "modifiedProperties": [
            {"displayName": "IsApprovalRequiredForAdd", "oldValue": "\"False\"", "newValue": "\"True\""}]}])


def delivery_that_failed(tenant):
    """Approved, but never delivered."""
    tenant.assignments.assign(
        tenant.staff["Liam Doyle"], tenant.policies.plm, "2026-07-13T09:09:30.150Z", why="Fatigue tests", failed=True,
        approval=Approval(tenant.staff["Daniel Okonkwo"], "2026-07-13T10:00:01.005Z", "For the test bench"))


def finance_on_an_ordinary_day(tenant):
    """Packages as they are meant to be, and a disabled account that is still in a group."""
    staff, policies, assign = tenant.staff, tenant.policies, tenant.assignments.assign
    tobias = staff["Tobias Renner"]
    for name, manager in (("Felix Baumann", staff["Marta Kowalska"]), ("Marta Kowalska", tobias)):
        assign(staff[name], policies.purchase, "2025-10-06T08:00:30.880Z",
               approval=Approval(manager, "2025-10-06T12:45:12.390Z", "As agreed"))
    assign(staff["Wei Zhang"], policies.payment, "2026-06-03T06:55:40.260Z", why="Treasurer",
           approval=Approval(tobias, "2026-06-03T07:30:00.790Z", "Her job"))
    for name, asked in (("Samuel Brandt", "2025-11-17T09:30:00.130Z"), ("Nadia Karim", "2026-06-17T10:45:10.540Z")):
        assign(staff[name], policies.reports, asked, why="Monthly closing")
    dimitri = tenant.directory.employee("Dimitri Pavlov", "Human Resources", "Recruiting", staff["Claire Dubois"],
                                        "2021-10-04T07:12:30Z")
    dimitri.body["accountEnabled"] = Over({ALWAYS: True, "2026-07-06T07:00:00Z": False})
    tenant.directory.join(tenant.groups.reports, dimitri)
    tenant.nora.body["sponsors"] = [dimitri.reference()]


def an_employee_of_another_company(tenant):
    """Robin works for Tailspin but is a member, not a guest: external, and in nobody's list of guests by type."""
    robin = tenant.directory.guest(
        "Robin Castell", "robin.castell@tailspin.example", "Tailspin Wheels", tenant.organizations.tailspin,
        "2025-04-07T08:30:00.880Z", "2025-04-07T09:02:40.110Z", by=tenant.staff["Daniel Okonkwo"],
        sponsors=[tenant.staff["Daniel Okonkwo"]], signed_in=("2026-06-30T07:01:00Z", "2026-07-31T07:03:20Z"))
    robin.body.update({"userType": "Member", "department": "Engineering", "jobTitle": "Resident Engineer"})
    tenant.assignments.assign(robin, tenant.policies.plm, "2026-06-09T13:00:21.050Z", why="Shared wheel project")


def directory_roles(tenant):
    """Roles of a person, of a group, of an application, limited to a unit, and one that was activated."""
    roles, staff, groups, apps = tenant.roles, tenant.staff, tenant.groups, tenant.apps
    jonas, unit = staff["Jonas Weill"], "/administrativeUnits/6f0f4b1e-52f6-4d6a-9c1d-7f2a7f4be0c3"
    roles.eligible("User Administrator", jonas, "2026-01-05T09:00:00.110Z", "2026-12-31T23:00:00Z")
    roles.active("User Administrator", jonas, "2026-07-31T20:02:10.730Z", "2026-08-01T04:02:10.730Z", kind="Activated")
    roles.eligible("Global Administrator", groups.admins, "2026-04-30T08:00:00.500Z", "2026-10-31T23:00:00Z")
    roles.active("User Administrator", staff["Claire Dubois"], "2026-02-02T09:00:00.450Z", scope=unit)
    roles.active("Guest Inviter", apps.function, "2026-01-12T09:25:30.660Z")
    roles.plain("Directory Readers", apps.backup, "2025-04-22T16:20:00Z")


STORIES = [a_seller_who_left, sales_tools_for_everybody_in_sales, two_packages_that_exclude_each_other,
           an_end_that_only_the_policy_knows, an_end_that_nobody_knows, groups_in_groups, a_policy_that_changed,
           delivery_that_failed, finance_on_an_ordinary_day, an_employee_of_another_company, directory_roles]
