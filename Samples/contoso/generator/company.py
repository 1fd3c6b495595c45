"""Contoso Cycles on an ordinary day: who works there, in which groups, with which applications and roles."""

from types import SimpleNamespace

from . import offers
from .assignments import Assignments
from .audit import Audit
from .catalogs import Catalogs
from .directory import DOMAIN, INITIAL_DOMAIN, Directory
from .ids import guid
from .people import STAFF
from .reviews import Reviews
from .roles import Roles
from .timeline import Timeline

GRAPH_APP_ID = "00000003-0000-0000-c000-000000000000"
INVITE_ALL = "09850681-111b-4a89-9bed-3f2cae46d706"


def build():
    timeline = Timeline()
    audit = Audit(timeline)
    directory = Directory(timeline, audit)
    tenant = SimpleNamespace(timeline=timeline, audit=audit, directory=directory, roles=Roles(timeline),
                             catalogs=Catalogs(timeline), reviews=Reviews(timeline))
    _organization(tenant)
    _staff(tenant)
    _applications(tenant)
    _groups(tenant)
    _roles(tenant)
    tenant.assignments = Assignments(timeline, directory, tenant.apps.governance)
    offers.build(tenant)
    return tenant


def _organization(tenant):
    tenant.timeline.put("organization", {
        "id": guid("tenant"), "displayName": "Contoso Cycles (example)", "countryLetterCode": "NL",
        "createdDateTime": "2019-01-07T10:00:00Z", "tenantType": "AAD",
        "verifiedDomains": [
            {"name": DOMAIN, "isDefault": True, "isInitial": False, "type": "Managed", "capabilities": "Email"},
            {"name": INITIAL_DOMAIN, "isDefault": False, "isInitial": True, "type": "Managed", "capabilities": "Email"},
        ]})


def _staff(tenant):
    tenant.staff = {}
    for name, department, title, manager in STAFF:
        tenant.staff[name] = tenant.directory.employee(name, department, title, tenant.staff.get(manager))


def _applications(tenant):
    app, staff = tenant.directory.application, tenant.staff
    microsoft = guid("tenant of the cloud's own applications")
    apps = tenant.apps = SimpleNamespace(
        guests=app("App4Guest", since="2026-01-12T09:40:00Z"),
        function=app("func-guest-invites", kind="ManagedIdentity", required=False, since="2026-01-12T09:15:00Z"),
        crm=app("Contoso CRM", [("Sales.User", "Sales user"), ("Report.Reader", "Report reader")]),
        dealers=app("Dealer Portal", [("Dealer", "Dealer"), ("Dealer.Admin", "Dealer administrator")]),
        plm=app("Product Lifecycle", [("Viewer", "Viewer"), ("Editor", "Editor")]),
        ledger=app("Ledger", [("Purchase.Approve", "Purchase approver"), ("Payment.Release", "Payment releaser"),
                              ("Report.Read", "Report reader")]),
        travel=app("Travel and Expenses", [("Approver", "Approver")], required=False),
        backup=app("backup-runner", required=False, since="2025-04-22T16:05:00Z"),
        governance=app("Azure AD Identity Governance - User Management", required=False, owner=microsoft),
        graph=app("Microsoft Graph", [("User.Invite.All", "Invite guest users to the organization", INVITE_ALL)],
                  required=False, app_id=GRAPH_APP_ID, owner=microsoft, role_type="Application"),
    )
    tenant.directory.allow(apps.graph, apps.function, "User.Invite.All", "2026-01-12T09:21:44Z")
    tenant.directory.allow(apps.dealers, staff["Carlos Mendes"], "Dealer.Admin")
    tenant.directory.allow(apps.travel, staff["Tobias Renner"], "Approver")


def _groups(tenant):
    group, staff = tenant.directory.group, tenant.staff

    def of(department):
        return [staff[name] for name, where, _, _ in STAFF if where == department]

    groups = tenant.groups = SimpleNamespace(
        drawings=group("Supplier drawings readers", "Read the drawings released to suppliers",
                       owners=[staff["Felix Baumann"]], members=[staff["Aisha Rahman"]]),
        dealers=group("Dealer portal users", "Order bicycles and see delivery dates", owners=[staff["Carlos Mendes"]]),
        visitors=group("Factory visitors", "Doors and guest network during a visit", owners=[staff["Greta Nilsson"]]),
        reports=group("Finance reports readers", "Monthly and annual reports", owners=[staff["Samuel Brandt"]]),
        plm=group("PLM users", "Open product data, read only", owners=[staff["Sofia Lindgren"]]),
        sales=group("All Sales", "Everybody in Sales, by rule", rule='(user.department -eq "Sales")',
                    members=of("Sales")),
        finance=group("Finance team", "Mail and files of Finance", unified=True, owners=[staff["Tobias Renner"]],
                      members=of("Finance")),
        purchasing=group("Purchasing team", "Mail and files of Purchasing", unified=True,
                         owners=[staff["Marta Kowalska"]], members=of("Purchasing")),
        vendors=group("Vendor master data editors", "Create suppliers and change their bank accounts",
                      owners=[staff["Marta Kowalska"]], members=[staff["Noah Peeters"], staff["Jakob Friis"]]),
        warehouse=group("Warehouse system users", "Synchronized from the factory's own directory",
                        synced=True, members=[staff["Bruno Costa"], staff["Thabo Nkosi"]]),
        helpdesk=group("Service desk staff", "Resets passwords", roles=True, owners=[staff["Helen Strand"]],
                       members=[staff["Amara Diallo"], staff["Tess Corrigan"]]),
        admins=group("Privileged administrators", "May become administrators", roles=True,
                     owners=[staff["Helen Strand"]], members=[staff["Jonas Weill"], staff["Petr Novotny"]]),
    )
    tenant.directory.allow(tenant.apps.dealers, groups.dealers, "Dealer")
    tenant.directory.allow(tenant.apps.plm, groups.plm, "Viewer")
    tenant.directory.allow(tenant.apps.crm, groups.sales, "Report.Reader")


def _roles(tenant):
    roles, staff = tenant.roles, tenant.staff
    roles.active("Global Administrator", staff["Helen Strand"], "2024-05-06T08:00:00Z")
    roles.active("Global Reader", staff["Lucia Bianchi"], "2025-09-01T07:00:00Z", "2026-12-31T23:00:00Z")
    roles.active("Helpdesk Administrator", tenant.groups.helpdesk, "2025-01-13T10:30:00Z")
