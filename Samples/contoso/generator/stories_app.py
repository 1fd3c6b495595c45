"""Stories about the registration form, the package that it leads to, and App4Guest."""

from .audit import APPLICATIONS, application, user
from .catalogs import on
from .moments import plus

HOSTILE_NAME = "=cmd|'/c calc'!A1<script>alert(1)</script>"
HOSTILE_REASON = "-2+3 and \"quotes\", <b>bold</b>;\nand a second line"


def invited_by_the_function(tenant):
    """An application invites a guest, who then asks for a package and gets App4Guest for two weeks."""
    tenant.mira = _invited(tenant, "Mira Castellan", "mira.castellan@fabrikam.example", tenant.organizations.fabrikam,
                           "2026-07-20T08:14:05.330Z", "2026-07-20T15:02:37.118Z", "2026-07-30T09:41:12Z")
    tenant.assignments.assign(tenant.mira, tenant.policies.initial, "2026-07-24T09:12:41.527Z",
                              why="Reorder of head tubes for the winter series")


def a_shorter_time_that_is_still_to_come(tenant):
    """A guest asks for four days in August instead of the fortnight that the policy gives."""
    jun = _invited(tenant, "Jun Park", "jun.park@fabrikam.example", tenant.organizations.fabrikam,
                   "2026-07-27T10:20:44.041Z", "2026-07-28T06:55:19.702Z", "2026-07-29T13:01:50Z")
    tenant.assignments.assign(jun, tenant.policies.initial, "2026-07-29T13:05:22.260Z",
                              why="Only for the stocktaking in August",
                              start="2026-08-10T06:00:00.000Z", expiration=on("2026-08-14T16:00:00.000Z"))


def ended_by_itself(tenant):
    """A guest's fortnight is over: live in June, gone in July. The account stays, without any access."""
    elena = _invited(tenant, "Elena Sokolova", "elena.sokolova@tailspin.example", tenant.organizations.tailspin,
                     "2026-06-23T07:30:12.901Z", "2026-06-23T11:16:03.487Z", "2026-06-29T16:20:31Z",
                     "2026-07-07T14:02:58Z")
    assignment = tenant.assignments.assign(elena, tenant.policies.initial, "2026-06-24T10:31:07.664Z",
                                           why="Compare rim prices")
    end = assignment.body["schedule"]["expiration"]["endDateTime"]
    tenant.assignments.expire(assignment, plus(end, minutes=2))


def delivered_but_not_there(tenant):
    """The package says delivered, but somebody has taken the application away by hand."""
    oskar = _invited(tenant, "Oskar Nyberg", "oskar.nyberg@fabrikam.example", tenant.organizations.fabrikam,
                     "2026-07-20T12:40:09.215Z", "2026-07-21T05:58:41.006Z", "2026-07-21T12:08:33Z")
    assignment = tenant.assignments.assign(oskar, tenant.policies.initial, "2026-07-21T12:10:15.390Z",
                                           why="Order status", edges=False)
    removed = "2026-07-22T07:45:28.114Z"
    tenant.assignments.edges(assignment, plus(assignment.delivered, seconds=6), until=removed)
    tenant.audit.event(removed, "Remove app role assignment from user", APPLICATIONS, tenant.staff["Amara Diallo"],
                       [user(oskar), application(tenant.apps.guests)])


def a_name_that_is_a_formula(tenant):
    """The registration form takes any name. This one is a formula and a script."""
    mallory = _invited(tenant, HOSTILE_NAME, "m.allory@tailspin.example", tenant.organizations.tailspin,
                       "2026-07-25T21:47:30.008Z", "2026-07-25T21:52:02.550Z", "2026-07-27T22:10:45Z")
    tenant.assignments.assign(mallory, tenant.policies.initial, "2026-07-27T22:12:03.771Z", why=HOSTILE_REASON)


def a_tester_who_was_forgotten(tenant):
    """An employee got App4Guest by hand when it was new, and still has it."""
    tenant.directory.allow(tenant.apps.guests, tenant.staff["Emily Tran"], since="2026-02-02T10:11:12.913Z")


def a_package_without_anything_in_it(tenant):
    """A package for the trade fair has been assigned before a resource was put into it."""
    paula = tenant.directory.guest(
        "Paula Ruiz", "paula.ruiz@northwind.example", "Northwind Dealers", tenant.organizations.northwind,
        since="2025-09-15T08:00:10.120Z", redeemed="2025-09-15T09:30:00.480Z", by=tenant.staff["Priya Raman"],
        sponsors=[tenant.staff["Priya Raman"]], signed_in=("2026-06-19T07:05:00Z", "2026-07-15T10:44:09Z"))
    tenant.assignments.assign(paula, tenant.policies.fair, "2026-06-19T07:08:51.930Z", why="Our stand is next to yours")


def _invited(tenant, name, mail, organization, invited, redeemed, *signed_in):
    """A guest whom the function has invited: nobody is the sponsor."""
    return tenant.directory.guest(name, mail, organization.name, organization, invited, redeemed,
                                  by=tenant.apps.function, signed_in=(redeemed,) + signed_in)


STORIES = [invited_by_the_function, a_shorter_time_that_is_still_to_come, ended_by_itself, delivered_but_not_there,
           a_name_that_is_a_formula, a_tester_who_was_forgotten, a_package_without_anything_in_it]
