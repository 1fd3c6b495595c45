"""The sample tenant: a small invented company, told as stories, written as Microsoft Graph exports."""
