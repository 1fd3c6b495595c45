extension TableKind {
    /// A list of the personnel department.
    static let personnel = TableKind(
        name: "personnel", doc: "people with managers and last days, from the personnel department",
        entity: "personnel",
        columns: [
            .init(
                "Employee Id", "Employee Number", "Employee No", "Personnel Number", "Staff Id",
                "Personalnummer", doc: "number of the employee"),
            .init(
                "Mail", "E-mail", "Email Address", "Mail Address", "User Principal Name", "UPN", "Work Email",
                doc: "mail address or UPN, where there is no number"),
            .init("Name", "Display Name", "Full Name", "Employee Name", doc: "name"),
            .init(
                "Manager", "Manager Mail", "Manager Email", "Manager Id", "Manager Employee Id",
                "Manager UPN", "Supervisor", "Line Manager", "Reports To",
                doc: "the manager, by mail address, UPN or number"),
            .init("Department", "Org Unit", "Cost Center Name", "Abteilung", doc: "department"),
            .init(
                "End Date", "Last Day", "Leaving Date", "Termination Date", "Employment End Date",
                "Exit Date",
                "Leave Date", "Austrittsdatum", doc: "last day of the employment"),
        ],
        needs: [["Employee Id", "Mail"], ["Manager", "End Date"]],
        writer: { place in
            let (number, mail, name) = (place("Employee Id"), place("Mail"), place("Name"))
            let (manager, department, end) = (place("Manager"), place("Department"), place("End Date"))
            return { row, json in
                json.member("id", row[number] ?? row[mail])
                json.member("employeeId", row[number])
                json.member("mail", row[mail])
                json.member("displayName", row[name])
                json.member("manager", row[manager])
                json.member("department", row[department])
                json.member("endDate", row[end])
            }
        })
}
