"""Stories about suppliers, dealers and other guests, and the ends of their access."""

from .assignments import Approval
from .audit import GROUPS, USERS, group, user
from .catalogs import on
from .ids import guid
from .moments import plus
from .reviews import of_policy, package_resource
from .timeline import Over


def the_quarterly_review(tenant):
    """Who has Supplier drawings is reviewed each quarter; the July round is not over yet."""
    policy, reviewers = tenant.policies.suppliers, [tenant.staff["Marta Kowalska"], tenant.staff["Felix Baumann"]]
    recurrence = policy.body["reviewSettings"]["schedule"]["recurrence"]
    review = tenant.reviews.definition(
        "Supplier drawings, each quarter", of_policy(policy), "2026-01-14T09:30:00.440Z", tenant.staff["Jonas Weill"],
        "InProgress", reviewers, 21, recurrence=recurrence)
    tenant.april = tenant.reviews.instance(review, "2026-04-15T08:00:00.000Z", "2026-05-06T08:00:00.000Z", "Applied",
                                           of_policy(policy), reviewers)
    tenant.july = tenant.reviews.instance(review, "2026-07-15T08:00:00.000Z", "2026-08-05T08:00:00.000Z",
                                          "InProgress", of_policy(policy), reviewers)


def approved_by_the_sponsor(tenant):
    """A supplier asks, the sponsor of the supplier's organization approves, a reviewer confirms."""
    marta = tenant.staff["Marta Kowalska"]
    rosa = _guest(tenant, "Rosa Lindqvist", "rosa.lindqvist@fabrikam.example", "fabrikam", "2026-05-12T08:20:40.730Z",
                  marta, "2026-06-26T09:15:00Z", "2026-07-31T07:22:14Z")
    tenant.catalogs.sponsor(tenant.organizations.fabrikam, rosa, "externalSponsors", "2026-05-20T08:00:00Z")
    tenant.assignments.assign(rosa, tenant.policies.suppliers, "2026-05-18T07:55:13.204Z",
                              why="Quotation for the titanium frame",
                              approval=Approval(marta, "2026-05-19T06:41:50.118Z", "Known from the frame tender"))
    _decide(tenant, rosa, "Approve", "2026-07-20T11:02:09.870Z", marta, "Still our supplier for tubes")


def extended_before_the_end(tenant):
    """A supplier chose ninety days, and asked for more a week before they were over."""
    felix = tenant.staff["Felix Baumann"]
    hugo = _guest(tenant, "Hugo Martel", "hugo.martel@tailspin.example", "tailspin", "2026-04-20T12:00:31.660Z",
                  felix, "2026-06-30T08:48:20Z", "2026-07-30T15:37:01Z")
    asked, approved = "2026-04-22T09:05:42.310Z", "2026-04-22T13:20:05.945Z"
    start = plus(approved, seconds=41)
    assignment = tenant.assignments.assign(
        hugo, tenant.policies.suppliers, asked, why="Hub drawings for the spring series",
        approval=Approval(felix, approved, "Agreed by telephone"), expiration=on(plus(start, days=90)))
    tenant.assignments.extend(assignment, "2026-07-14T08:30:55.012Z", plus(start, days=180), "The series is late")
    _decide(tenant, hugo, "Approve", "2026-07-22T06:50:31.002Z", felix, "Until the series is out")


def taken_away_by_an_administrator(tenant):
    """A supplier changes sides; an administrator removes the package long before its end."""
    felix = tenant.staff["Felix Baumann"]
    tomasz = _guest(tenant, "Tomasz Wilk", "tomasz.wilk@tailspin.example", "tailspin", "2026-04-29T07:10:00.509Z",
                    felix, "2026-06-25T10:00:10Z", "2026-07-09T16:12:47Z")
    assignment = tenant.assignments.assign(
        tomasz, tenant.policies.suppliers, "2026-05-04T08:44:19.615Z", why="Spoke lengths",
        approval=Approval(felix, "2026-05-05T07:12:38.000Z", "Replaces a colleague"))
    tenant.assignments.expire(assignment, "2026-07-10T14:20:06.448Z", "adminRemove", tenant.staff["Jonas Weill"])


def past_the_approval(tenant):
    """An engineer assigns a package directly, past the approval that its policy asks for. The reviewer says no."""
    pavel = _guest(tenant, "Pavel Orlov", "pavel.orlov@adatum.example", "adatum", "2026-07-16T15:30:02.777Z",
                   tenant.staff["Petr Novotny"], company="Adatum Engineering")
    pavel.body["signInActivity"] = Over({"2026-07-30T06:14:40Z": {"lastSignInDateTime": "2026-07-30T06:14:40Z"}})
    tenant.assignments.assign(pavel, tenant.policies.suppliers, "2026-07-16T15:48:33.290Z", kind="adminAdd",
                              by=tenant.staff["Petr Novotny"], why="Needed today, approval later")
    _decide(tenant, pavel, "Deny", "2026-07-27T12:40:11.555Z", tenant.staff["Marta Kowalska"],
            "Nobody in Purchasing knows this company")


def an_auditor_without_an_end(tenant):
    """An administrator assigns the yearly auditor directly, and nothing sets an end."""
    jonas = tenant.staff["Jonas Weill"]
    nora = tenant.directory.guest(
        "Nora Whitfield", "nora.whitfield@woodgrove-audit.example", "Woodgrove Audit", None,
        "2026-07-01T12:15:48.364Z", "2026-07-02T07:31:20.900Z", by=jonas, signed_in=("2026-07-02T07:31:20Z", "2026-07-29T09:00:36Z"))
    tenant.nora = nora
    tenant.assignments.assign(nora, tenant.policies.reports_direct, "2026-07-02T09:30:17.481Z", kind="adminAdd",
                              by=jonas, why="Audit of the annual accounts")


def a_group_that_holds_an_application(tenant):
    """A dealer gets a group; the group holds the portal; the portal lasts as long as the membership."""
    ana = _guest(tenant, "Ana Ferreira", "ana.ferreira@northwind.example", "northwind", "2026-07-02T16:40:00.250Z",
                 tenant.staff["Carlos Mendes"], "2026-07-31T11:19:05Z")
    ana.body["sponsors"] = [tenant.groups.sales.reference()]
    _dealer(tenant, ana, "2026-07-03T06:58:27.090Z", "2026-07-03T09:21:44.300Z", "Bicicletas Ferreira", "Autumn orders")


def a_name_from_right_to_left(tenant):
    """A dealer whose name is written from right to left."""
    layla = _guest(tenant, "ليلى حداد", "layla.haddad@northwind.example", "northwind", "2026-05-06T10:05:05.005Z",
                   tenant.staff["Carlos Mendes"], "2026-06-28T18:30:00Z", "2026-07-26T17:55:21Z")
    _dealer(tenant, layla, "2026-05-07T08:14:59.870Z", "2026-05-07T12:02:10.415Z", "دراجات حداد", "طلبات الخريف")
    tenant.layla = layla


def overdue(tenant):
    """A year is over, and the source still shows the package as delivered six days later."""
    grace = _guest(tenant, "Grace Tembo", "grace.tembo@northwind.example", "northwind", "2025-07-21T09:00:00.610Z",
                   tenant.staff["Carlos Mendes"], "2026-06-30T06:12:12Z", "2026-07-31T06:40:55Z")
    assignment = _dealer(tenant, grace, "2025-07-24T14:10:30.120Z", "2025-07-25T08:59:19.340Z", "Tembo Wheels",
                         "Orders")
    assignment.body["status"].then("2026-07-24T09:00:00Z", "NearExpiry1DayNotificationTriggered")
    tenant.grace = grace


def access_that_outlives_its_package(tenant):
    """A package ended on time; two days later the owner of the group put the supplier back by hand."""
    felix = tenant.staff["Felix Baumann"]
    marek = _guest(tenant, "Marek Dvorak", "marek.dvorak@tailspin.example", "tailspin", "2026-01-12T14:22:08.144Z",
                   felix, "2026-06-29T12:50:49Z", "2026-07-30T08:08:08Z")
    assignment = tenant.assignments.assign(
        marek, tenant.policies.suppliers, "2026-01-13T07:50:11.420Z", why="Brake mounts",
        approval=Approval(felix, "2026-01-13T08:14:02.700Z", "Yes"))
    tenant.reviews.decide(tenant.april, marek, package_resource(tenant.policies.suppliers), "Approve", "Approve",
                          "2026-04-21T07:30:45.910Z", felix, "Until July", "2026-05-06T08:20:00.330Z",
                          "AppliedSuccessfully")
    end = assignment.body["schedule"]["expiration"]["endDateTime"]
    tenant.assignments.expire(assignment, plus(end, minutes=1))
    again = "2026-07-14T11:02:33.908Z"
    tenant.directory.join(tenant.groups.drawings, marek, again)
    tenant.audit.event(again, "Add member to group", GROUPS, felix, [user(marek), group(tenant.groups.drawings)])


def an_account_that_went_with_its_last_access(tenant):
    """A visitor came through the package itself: when it ended the account was blocked, 30 days later deleted."""
    leon = _guest(tenant, "Leon Adler", "leon.adler@adatum.example", "adatum", "2026-05-26T09:02:40.180Z", None,
                  "2026-05-27T06:30:00Z", governed=True, company="Adatum Engineering", by=tenant.apps.governance)
    leon.body["sponsors"] = []
    assignment = tenant.assignments.assign(
        leon, tenant.policies.visit, "2026-05-26T08:40:21.333Z", why="Installation of the paint robot",
        approval=Approval(tenant.staff["Ingrid Salas"], "2026-05-26T09:02:07.259Z", "Expected"))
    end = plus(assignment.delivered, days=7, minutes=1)
    tenant.assignments.expire(assignment, end)
    blocked, deleted = plus(end, minutes=4), plus(end, days=30, minutes=9)
    leon.body["accountEnabled"] = Over({leon.body["createdDateTime"]: True, blocked: False})
    tenant.audit.event(blocked, "Disable account", USERS, tenant.apps.governance, [user(leon)])
    tenant.directory.delete(leon, deleted, tenant.apps.governance, "Delete external user")


def not_yet_in_the_tenant(tenant):
    """Approved three hours before the June export: no account yet. In July the same person has one."""
    marta = tenant.staff["Marta Kowalska"]
    ines = _guest(tenant, "Ines Moreau", "ines.moreau@fabrikam.example", "fabrikam", "2026-07-01T06:12:30.075Z", marta,
                  "2026-07-28T08:03:41Z", governed=True, by=tenant.apps.governance)
    tenant.assignments.assign(
        ines, tenant.policies.suppliers, "2026-06-30T17:40:55.620Z", why="Seat tube drawings",
        approval=Approval(marta, "2026-06-30T19:05:12.003Z", "Colleague of Rosa Lindqvist"),
        delivered="2026-07-01T06:14:10.480Z", start="2026-06-30T19:05:53.003Z")
    _decide(tenant, ines)


def _guest(tenant, name, mail, organization, invited, sponsor, *signed_in, governed=False, company=None, by=None):
    """A guest whom the sponsor (or `by`) has invited and who accepted on the same day."""
    known = getattr(tenant.organizations, organization)
    redeemed = plus(invited, minutes=50)
    return tenant.directory.guest(name, mail, company or known.name, known, invited, redeemed, by=by or sponsor,
                                  sponsors=[sponsor] if sponsor else [], signed_in=(redeemed,) + signed_in,
                                  governed=governed)


def _dealer(tenant, person, asked, approved, shop, why):
    question = tenant.policies.dealers.body["questions"][0]
    answer = {"@odata.type": "#microsoft.graph.accessPackageAnswerString", "displayValue": shop, "value": shop,
              "answeredQuestion": {"id": question["id"], "text": question["text"]}}
    welcome = tenant.policies.dealers.body["customExtensionStageSettings"][0]["customExtension"]
    callout = {"id": guid("callout", person.upn, asked), "customExtensionId": welcome["id"],
               "externalCorrelationId": None, "status": "callbackReceived", "detail": "Price list and key were sent"}
    return tenant.assignments.assign(
        person, tenant.policies.dealers, asked, why=why, answers=[answer], callouts=[callout],
        approval=Approval(tenant.staff["Carlos Mendes"], approved, "Contract signed"))


def _decide(tenant, person, decision=None, when=None, by=None, why=""):
    """What the July review of Supplier drawings says of this person; nothing of it is applied yet."""
    tenant.reviews.decide(tenant.july, person, package_resource(tenant.policies.suppliers),
                          decision or "NoInfoAvailable", decision, when, by, why)


STORIES = [the_quarterly_review, approved_by_the_sponsor, extended_before_the_end, taken_away_by_an_administrator,
           past_the_approval, an_auditor_without_an_end, a_group_that_holds_an_application, a_name_from_right_to_left,
           overdue, access_that_outlives_its_package, an_account_that_went_with_its_last_access,
           not_yet_in_the_tenant]
