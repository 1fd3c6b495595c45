"""The whole tenant: the company as it ordinarily is, then the stories in the order in which README.md tells them."""

from . import company, stories_app, stories_external, stories_inside, stories_odd

STORIES = stories_app.STORIES + stories_external.STORIES + stories_inside.STORIES + stories_odd.STORIES


def build():
    """The timeline of everything that ever happened at Contoso Cycles."""
    tenant = company.build()
    for story in STORIES:
        story(tenant)
    return tenant.timeline
