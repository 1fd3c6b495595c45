"""Stories about requests that were not granted, invitations that nobody took, and a review without effect."""

from .assignments import Approval
from .directory import Person
from .ids import guid
from .reviews import group_resource, of_guests


def never_redeemed(tenant):
    """Invited in March by somebody who has left since, put into a group by hand, never came."""
    kenji = tenant.directory.guest(
        "Kenji Mori", "kenji.mori@tailspin.example", "Tailspin Wheels", tenant.organizations.tailspin,
        "2026-03-02T13:20:00.770Z", by=tenant.viktor)
    kenji.body["sponsors"] = [tenant.sponsor_until_he_left]
    tenant.directory.join(tenant.groups.dealers, kenji, since="2026-03-02T13:24:00Z")
    tenant.kenji = kenji


def denied_but_not_removed(tenant):
    """A reviewer denied a guest who is in the group only through another group: nothing could be applied."""
    carlos, dealers = tenant.staff["Carlos Mendes"], tenant.groups.dealers
    fleet = tenant.directory.group("Northwind fleet team", "Sent as a list by the dealer", owners=[carlos])
    tenant.directory.join(dealers, fleet)
    stefan = tenant.directory.guest(
        "Stefan Brenner", "stefan.brenner@northwind.example", "Northwind Dealers", tenant.organizations.northwind,
        "2025-11-03T09:00:00.040Z", "2025-11-03T10:12:13.300Z", by=carlos, sponsors=[carlos],
        signed_in=("2026-01-20T08:15:30Z",))
    tenant.directory.join(fleet, stefan)

    review = tenant.reviews.definition(
        "Guests in Dealer portal users", of_guests(dealers), "2026-06-05T08:00:00.250Z", tenant.staff["Jonas Weill"],
        "Completed", [carlos], 14, default="Approve")
    instance = tenant.reviews.instance(review, "2026-06-08T06:00:00.000Z", "2026-06-22T06:00:00.000Z", "Applied",
                                       of_guests(dealers), [carlos])
    resource, applied = group_resource(dealers), "2026-06-22T06:25:10.880Z"
    decide = tenant.reviews.decide
    decide(instance, stefan, resource, "Deny", "Deny", "2026-06-15T13:44:02.190Z", carlos,
           "Left the dealer in spring", applied, "ApplyNotSupported")
    decide(instance, tenant.layla, resource, "Approve", "Approve", "2026-06-15T13:45:30.600Z", carlos,
           "Orders each week", applied, "AppliedSuccessfully")
    for person, advice in ((tenant.grace, "Approve"), (tenant.kenji, "Deny")):
        decide(instance, person, resource, advice, "Approve", "2026-06-22T06:00:04.120Z", None,
               "Nobody has decided", applied, "AppliedSuccessfully")


def asked_and_denied(tenant):
    """A request that was denied leaves no assignment and no account, only the request."""
    stranger = _outsider(tenant, "Bjorn Aune", "bjorn.aune@fabrikam.example", tenant.organizations.fabrikam)
    denied = Approval(tenant.staff["Marta Kowalska"], "2026-07-08T07:30:40.050Z", "Not on the list of the project",
                      "Deny")
    tenant.assignments.request("userAdd", stranger, tenant.policies.suppliers, "2026-07-07T16:11:20.930Z",
                               why="Titanium frame", approval=denied, done=denied.when, state="denied")


def asked_and_not_yet_answered(tenant):
    """A request that waits for the sponsor at the end of July."""
    felix = tenant.staff["Felix Baumann"]
    sanne = tenant.directory.guest(
        "Sanne Visser", "sanne.visser@tailspin.example", "Tailspin Wheels", tenant.organizations.tailspin,
        "2026-02-16T08:09:10.110Z", "2026-02-16T12:01:02.220Z", by=felix, sponsors=[felix],
        signed_in=("2026-02-27T10:00:00Z", "2026-07-31T15:16:12Z"))
    tenant.assignments.request("userAdd", sanne, tenant.policies.suppliers, "2026-07-31T15:20:44.395Z",
                               why="Rim drawings for 2027")


def _outsider(tenant, name, mail, organization):
    """Somebody who has only asked: there is no account, now or later."""
    person = Person(name, mail, mail, guid("user", mail), guid("subject", mail), organization)
    person.body["createdDateTime"] = "9999-01-01T00:00:00Z"
    return person


STORIES = [never_redeemed, denied_but_not_removed, asked_and_denied, asked_and_not_yet_answered]
