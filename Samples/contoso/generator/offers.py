"""What can be asked for at Contoso Cycles: catalogs, packages, policies, and who is connected."""

from types import SimpleNamespace

from .catalogs import NEVER, after, approval, group_members, on, single_user, stage
from .ids import ZERO, guid
from .timeline import ALWAYS, Over

SPONSORS = {"@odata.type": "#microsoft.graph.internalSponsors"}
MANAGER = {"@odata.type": "#microsoft.graph.requestorManager", "managerLevel": 1}
DRAWINGS_SITE = "https://contoso.sharepoint.example/sites/drawings"
PLM_APPROVAL_SINCE = "2026-07-06T13:30:12.400Z"
DEALER_QUESTION = {"@odata.type": "#microsoft.graph.accessPackageTextInputQuestion",
                   "id": guid("question", "dealer"), "text": "Which shop do you work for?", "sequence": 1,
                   "isRequired": True, "isAnswerEditable": True, "isSingleLineQuestion": True, "regexPattern": None,
                   "localizations": []}
WELCOME_PACK = {"id": guid("stageSetting", "welcome"), "stage": "assignmentRequestGranted", "customExtension": {
    "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension",
    "id": guid("customExtension", "welcome"), "displayName": "Welcome pack for dealers",
    "description": "Sends the price list and a key for the portal's app"}}
EMPLOYEE_CREDENTIAL = {"credentialType": "VerifiedEmployee", "issuers": ["did:web:credentials.contoso.example"]}


def build(tenant):
    _organizations(tenant)
    tenant.packages, tenant.policies = SimpleNamespace(), SimpleNamespace()
    tenant.catalogs.settings("blockSignInAndDelete", "P30D")
    _general(tenant)
    _suppliers(tenant)
    _finance(tenant)
    _product_and_sales(tenant)


def _organizations(tenant):
    connected, staff = tenant.catalogs.connected, tenant.staff

    def domain(name, title):
        return {"@odata.type": "#microsoft.graph.domainIdentitySource", "displayName": title, "domainName": name}

    tenant.organizations = SimpleNamespace(
        fabrikam=connected("Fabrikam Tubes", "Steel and titanium tubing",
                           {"@odata.type": "#microsoft.graph.azureActiveDirectoryTenant",
                            "displayName": "Fabrikam Tubes", "tenantId": guid("tenant", "fabrikam")},
                           internal=[staff["Marta Kowalska"]]),
        tailspin=connected("Tailspin Wheels", "Wheels and hubs", domain("tailspin.example", "Tailspin Wheels"),
                           internal=[staff["Felix Baumann"]]),
        northwind=connected("Northwind Dealers", "Dealers in the north", domain("northwind.example", "Northwind"),
                            internal=[staff["Carlos Mendes"], staff["Priya Raman"]]),
        adatum=connected("adatum.example", "", domain("adatum.example", "adatum.example"), state="proposed",
                         since="2026-05-26T09:02:11Z"),
    )


def _general(tenant):
    catalogs, apps = tenant.catalogs, tenant.apps
    general = catalogs.catalog("General", "Built-in catalog.", kind="serviceDefault", outside=True,
                               since="2025-02-01T06:00:00Z")
    app = catalogs.application(general, apps.guests, {}, since="2026-01-12T10:02:18.217Z")
    tenant.packages.invited = catalogs.package(
        general, "Invited users package", "For guests whom the registration form has invited",
        [(app, ZERO)], since="2026-01-12T10:02:18.217Z")
    tenant.policies.initial = catalogs.policy(
        tenant.packages.invited, "Initial", "allDirectoryUsers", after("P14D"), custom_schedule=True,
        since="2026-01-12T10:02:18.893Z")
    tenant.packages.fair = catalogs.package(
        general, "Trade fair 2026", "Prepared for the autumn fair", since="2026-06-18T12:00:00Z")
    tenant.policies.fair = catalogs.policy(
        tenant.packages.fair, "Everybody", "allDirectoryUsers", on("2026-10-05T22:00:00Z"),
        since="2026-06-18T12:00:40Z")


def _suppliers(tenant):
    catalogs, groups, staff = tenant.catalogs, tenant.groups, tenant.staff
    outside = catalogs.catalog("Partners", "What suppliers, dealers and visitors may have", outside=True)
    tenant.roles.administers("Catalog owner", staff["Carlos Mendes"], "2025-03-10T09:00:00Z", outside)
    tenant.roles.administers("Catalog owner", staff["Marta Kowalska"], "2025-03-10T09:05:00Z", outside)
    tenant.roles.administers("Access package manager", staff["Felix Baumann"], "2025-06-02T07:30:00Z", outside)
    tenant.roles.administers("Catalog creator", staff["Jonas Weill"], "2025-01-20T08:00:00Z")
    drawings = catalogs.group(outside, groups.drawings)
    site = catalogs.site(outside, "Drawings", DRAWINGS_SITE, {"4": "Drawings Visitors", "5": "Drawings Members"})
    dealers = catalogs.group(outside, groups.dealers)
    visitors = catalogs.group(outside, groups.visitors)
    tenant.packages.drawings = catalogs.package(
        outside, "Supplier drawings", "Released drawings, as a group and as a site",
        [(drawings, f"Member_{groups.drawings.id}"), (site, "4")])
    tenant.policies.suppliers = catalogs.policy(
        tenant.packages.drawings, "Suppliers, approved by their sponsor", "allConfiguredConnectedOrganizationUsers",
        after("P180D"), approval(stage([SPONSORS], [single_user(staff["Marta Kowalska"])]), justified=True),
        custom_schedule=True, reviews=_quarterly(staff["Marta Kowalska"], staff["Felix Baumann"]))
    tenant.packages.dealers = catalogs.package(
        outside, "Dealer portal access", "Member of a group to which the portal is assigned",
        [(dealers, f"Member_{groups.dealers.id}")])
    tenant.policies.dealers = catalogs.policy(
        tenant.packages.dealers, "Dealers", "specificConnectedOrganizationUsers", after("P365D"),
        approval(stage([single_user(staff["Carlos Mendes"])])), questions=[DEALER_QUESTION],
        extensions=[WELCOME_PACK], description="For the shops of Northwind",
        targets=[{"@odata.type": "#microsoft.graph.connectedOrganizationMembers",
                  "connectedOrganizationId": tenant.organizations.northwind.id, "description": "Northwind Dealers"}])
    tenant.packages.visit = catalogs.package(
        outside, "Factory visit", "A week of doors and network", [(visitors, f"Member_{groups.visitors.id}")])
    tenant.policies.visit = catalogs.policy(
        tenant.packages.visit, "Anybody from outside", "allExternalUsers", after("P7D"),
        approval(stage([single_user(staff["Ingrid Salas"])])))


def _finance(tenant):
    catalogs, groups, staff = tenant.catalogs, tenant.groups, tenant.staff
    finance = catalogs.catalog("Finance", "Money and reports")
    tenant.roles.administers("Catalog owner", groups.finance, "2025-02-03T08:00:00Z", finance)
    ledger = catalogs.application(finance, tenant.apps.ledger, {
        "Purchase.Approve": "Purchase approver", "Payment.Release": "Payment releaser", "Report.Read": "Report reader"})
    reports = catalogs.group(finance, groups.reports)
    role = tenant.apps.ledger.roles
    tenant.packages.purchase = catalogs.package(
        finance, "Purchase approval", "Approve purchase orders", [(ledger, role["Purchase.Approve"])])
    tenant.packages.payment = catalogs.package(
        finance, "Payment release", "Release payments to suppliers", [(ledger, role["Payment.Release"])])
    tenant.packages.reports = catalogs.package(
        finance, "Finance reports", "Reports in the ledger and as files",
        [(reports, f"Member_{groups.reports.id}"), (ledger, role["Report.Read"])])
    tenant.policies.purchase = catalogs.policy(
        tenant.packages.purchase, "Finance and Purchasing, approved by the manager", "specificDirectoryUsers",
        after("P365D"), approval(stage([MANAGER], [single_user(staff["Tobias Renner"])])),
        targets=[group_members(groups.finance), group_members(groups.purchasing)])
    tenant.policies.payment = catalogs.policy(
        tenant.packages.payment, "Finance, approved by the CFO", "specificDirectoryUsers", after("P365D"),
        approval(stage([single_user(staff["Tobias Renner"])], escalation=[single_user(staff["Helen Strand"])])),
        targets=[group_members(groups.finance)], credentials=[EMPLOYEE_CREDENTIAL])
    tenant.policies.reports = catalogs.policy(
        tenant.packages.reports, "Finance", "specificDirectoryUsers", after("P365D"),
        targets=[group_members(groups.finance)])
    tenant.policies.reports_direct = catalogs.policy(
        tenant.packages.reports, "Assigned by administrators", "notSpecified", NEVER)


def _product_and_sales(tenant):
    catalogs, groups, apps = tenant.catalogs, tenant.groups, tenant.apps
    product = catalogs.catalog("Product and Sales", "Product data and the tools of Sales")
    plm_group, plm = catalogs.group(product, groups.plm), catalogs.application(product, apps.plm, {"Editor": "Editor"})
    sales = catalogs.group(product, groups.sales, roles=("Owner",))
    crm = catalogs.application(product, apps.crm, {"Sales.User": "Sales user"})
    tenant.packages.plm = catalogs.package(
        product, "PLM editors", "Change product data",
        [(plm_group, f"Member_{groups.plm.id}"), (plm, apps.plm.roles["Editor"])])
    tenant.policies.plm = catalogs.policy(
        tenant.packages.plm, "All employees", "allMemberUsers", on("2026-12-31T23:00:00Z"),
        Over({ALWAYS: approval(), PLM_APPROVAL_SINCE: approval(stage([MANAGER]))}))
    tenant.packages.sales = catalogs.package(
        product, "Sales tools", "Given to everybody in Sales", [(crm, apps.crm.roles["Sales.User"])])
    tenant.policies.sales = catalogs.policy(
        tenant.packages.sales, "Everybody in Sales", "specificDirectoryUsers", NEVER,
        targets=[{"@odata.type": "#microsoft.graph.attributeRuleMembers", "description": "Sales",
                  "membershipRule": '(user.department -eq "Sales")'}],
        automatic={"requestAccessForAllowedTargets": True, "removeAccessWhenTargetLeavesAllowedTargets": True,
                   "gracePeriodBeforeAccessRemoval": "P7D"})
    tenant.packages.lead = catalogs.package(
        product, "Sales lead", "Owns the group of Sales", [(sales, f"Owner_{groups.sales.id}")], hidden=True)
    tenant.policies.lead = catalogs.policy(
        tenant.packages.lead, "Assigned by administrators", "notSpecified", NEVER)


def _quarterly(*reviewers):
    return {"isEnabled": True, "expirationBehavior": "keepAccess", "isRecommendationEnabled": True,
            "isReviewerJustificationRequired": True, "isSelfReview": False,
            "schedule": {"startDateTime": "2026-01-15T08:00:00Z",
                         "expiration": {"endDateTime": None, "duration": "P21D", "type": "afterDuration"},
                         "recurrence": {"pattern": {"type": "absoluteMonthly", "interval": 3, "month": 0,
                                                    "dayOfMonth": 15, "daysOfWeek": [], "firstDayOfWeek": "sunday",
                                                    "index": "first"},
                                        "range": {"type": "noEnd", "numberOfOccurrences": 0,
                                                  "recurrenceTimeZone": None, "startDate": "2026-01-15",
                                                  "endDate": "9999-12-31"}}},
            "primaryReviewers": [single_user(person) for person in reviewers], "fallbackReviewers": []}
