"""The audit log as Azure Monitor streams it and as Log Analytics keeps it (GRAPH.md 7); all else as Graph pages."""

import json

from formats import exports as pages

AUDIT = "auditLogs/directoryAudits"
TENANT = "09ed5f4a-c842-48bd-b805-811bb5d46000"


def held(exports):
    """Who approved is told by the audit log alone, as an application's pull has it."""
    return {path: body for path, body in exports.items() if "accessPackageAssignmentApprovals" not in path}


def beside(put):
    """Writes everything but the audit log as pages, and that as `put` does."""
    def write(exports, folder):
        events = exports[AUDIT]
        pages.write({path: body for path, body in exports.items() if path != AUDIT}, folder)
        put(events, folder / "stream")
    return write


def envelope(event):
    return {
        "time": event["activityDateTime"], "resourceId": f"/tenants/{TENANT}/providers/Microsoft.aadiam",
        "operationName": event["activityDisplayName"], "operationVersion": "1.0", "category": "AuditLogs",
        "tenantId": TENANT, "resultSignature": "None", "durationMs": 0, "callerIpAddress": "192.0.2.7",
        "correlationId": event["correlationId"], "identity": "somebody", "Level": 4,
        "properties": {**event, "additionalDetails": event["additionalDetails"]}}


SIGN_IN = {"time": "2026-06-30T08:00:00Z", "operationName": "Sign-in activity", "category": "SignInLogs",
           "tenantId": TENANT, "properties": {"id": "s-1", "userPrincipalName": "ann@contoso.example"}}


def monitor(events, folder):
    """A storage account: an entry a line, below folders of its own; other logs in between."""
    file = folder / "insights-logs-auditlogs/tenantId=x/y=2026/m=07/d=31/h=22/m=00/PT1H.json"
    file.parent.mkdir(parents=True)
    file.write_text("".join(json.dumps(entry) + "\r\n" for entry in [*map(envelope, events), SIGN_IN]), encoding="utf-8")


def event_hub(events, folder):
    """Captured messages: several entries in each."""
    folder.mkdir(parents=True)
    batches = [events[start:start + 20] for start in range(0, len(events), 20)]
    (folder / "capture.ndjson").write_text(
        "".join(json.dumps({"records": [envelope(event) for event in batch]}) + "\n" for batch in batches), encoding="utf-8")


COLUMNS = [
    "TenantId", "SourceSystem", "TimeGenerated", "ResourceId", "OperationName", "OperationVersion", "Category",
    "ResultType", "ResultSignature", "ResultDescription", "DurationMs", "CorrelationId", "Resource", "ResourceGroup",
    "ResourceProvider", "Identity", "Level", "Location", "AdditionalDetails", "Id", "InitiatedBy", "LoggedByService",
    "Result", "ResultReason", "TargetResources", "AADTenantId", "ActivityDisplayName", "ActivityDateTime",
    "AADOperationType", "Type"]


def row(event, dynamic=json.dumps):
    told = {
        "TenantId": "5f1d7e7c-0000-4000-8000-000000000001", "SourceSystem": "Azure AD", "TimeGenerated": event["activityDateTime"],
        "OperationName": event["activityDisplayName"], "OperationVersion": "1.0", "Category": event["category"],
        "ResultSignature": "None", "DurationMs": "0", "CorrelationId": event["correlationId"], "Id": event["id"],
        "Resource": "Microsoft.aadiam", "ResourceGroup": "Microsoft.aadiam", "Level": "4",
        "AdditionalDetails": dynamic(event["additionalDetails"]),
        "InitiatedBy": dynamic({name: by for name, by in event["initiatedBy"].items() if by}),
        "LoggedByService": event["loggedByService"], "Result": event["result"], "ResultReason": event.get("resultReason"),
        "TargetResources": dynamic(event["targetResources"]), "AADTenantId": TENANT,
        "ActivityDisplayName": event["activityDisplayName"], "ActivityDateTime": event["activityDateTime"],
        "AADOperationType": event["operationType"], "Type": "AuditLogs"}
    return {name: told.get(name) or "" for name in COLUMNS}


def analytics(events, folder):
    """`az monitor log-analytics query`: objects within as text."""
    folder.mkdir(parents=True)
    rows = [{**row(event), "TableName": "PrimaryResult"} for event in events]
    (folder / "query.json").write_text(json.dumps(rows, indent=2), encoding="utf-8")


def exported(events, folder):
    """The export of a workspace: a row a line, objects within as such."""
    folder.mkdir(parents=True)
    (folder / "PT05M.json").write_text("".join(json.dumps(row(event, lambda value: value)) + "\n" for event in events), encoding="utf-8")


def answered(events, folder):
    """The answer of the query API: columns, and rows of cells."""
    folder.mkdir(parents=True)
    table = {"name": "PrimaryResult", "columns": [{"name": name, "type": "string"} for name in COLUMNS],
             "rows": [list(row(event).values()) for event in events]}
    (folder / "answer.json").write_text(json.dumps({"tables": [table]}), encoding="utf-8")


SHAPES = [monitor, event_hub, analytics, exported, answered]
