"""roadrecon's store: what its gather keeps, through roadlib's model and SQLAlchemy in batches of 1,000.

Users, groups, service principals, app role assignments, role definitions, members and owners of groups. roadrecon
reads them from Azure AD Graph, so the members are renamed as that names them. It knows no packages and no history.
Usage: roadrecon_script.py EXPORT NEW.sqlite
"""

import json
import sys
from datetime import datetime
from itertools import islice

from roadtools.roadlib.metadef import database as model
from roadtools.roadrecon import gather

from pages import items

RENAMED = {"id": "objectId", "onPremisesSyncEnabled": "dirSyncEnabled", "externalUserState": "userState",
           "externalUserStateChangeDateTime": "userStateChangedOn"}


def rows(table, found):
    names = {column.name for column in table.__table__.columns}
    dates = {column.name for column in table.__table__.columns if str(column.type) == "DATETIME"}
    for _, item in found:
        row = dict.fromkeys(names)
        for key, value in item.items():
            name = RENAMED.get(key, key)
            if name in names:
                row[name] = datetime.fromisoformat(value[:19]) if name in dates and value else value
        yield row


def batches(rows, size=1000):
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        yield batch


def main(folder, path):
    gather.dburl = f"sqlite:///{path}"
    engine = model.init(True, gather.dburl)
    for table, collection in (
            (model.User, "users"), (model.Group, "groups"), (model.ServicePrincipal, "servicePrincipals"),
            (model.AppRoleAssignment, "servicePrincipals/*/appRoleAssignedTo"),
            (model.RoleDefinition, "roleManagement/directory/roleDefinitions")):
        for batch in batches(rows(table, items(folder, collection, json.loads))):
            gather.enginecommit(engine, table, batch)
    session = model.get_session(engine)
    links = {("members", "user"): (model.lnk_group_member_user, "User"),
             ("members", "group"): (model.lnk_group_member_group, "childGroup"),
             ("members", "servicePrincipal"): (model.lnk_group_member_serviceprincipal, "ServicePrincipal"),
             ("owners", "user"): (model.lnk_group_owner_user, "User")}
    for which in ("members", "owners"):
        for batch in batches(items(folder, f"groups/*/{which}", json.loads)):
            cache = {}
            for group, member in batch:
                table, column = links[which, member["@odata.type"].rpartition(".")[2]]
                cache.setdefault(table, []).append({"Group": group, column: member["id"]})
            gather.commitlink(session, cache)
    session.commit()


main(*sys.argv[1:])
