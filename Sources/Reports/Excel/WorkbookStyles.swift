import CXLSXWriter

/// How cells look. Made once for each workbook; the workbook frees them.
struct WorkbookStyles {
    typealias Style = UnsafeMutablePointer<lxw_format>

    let title: Style?
    let heading: Style?
    /// The first row of a table.
    let header: Style?
    /// The first row of a column that the reader fills in.
    let entryHeader: Style?
    /// A cell that the reader fills in: not locked.
    let entry: Style?
    let moment: Style?
    let number: Style?
    /// Long text on the sheet "About".
    let prose: Style?
    let label: Style?
    /// What must not be overlooked.
    let marked: Style?
    let link: Style?

    private static let paper = lxw_color_t(0xFFF7D6)
    private static let grey = lxw_color_t(0xEFEFEB)
    private static let red = lxw_color_t(0xA4161A)
    private static let blue = lxw_color_t(0x1A4F8B)

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func style(_ make: (Style) -> Void) -> Style? {
            guard let format = workbook_add_format(book) else { return nil }
            make(format)
            return format
        }
        func header(_ format: Style, on color: lxw_color_t) {
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_bg_color(format, color)
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
        func prose(_ format: Style) {
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        title = style { format in
            format_set_bold(format)
            format_set_font_size(format, 16)
        }
        heading = style { format in
            format_set_bold(format)
            format_set_font_size(format, 12)
        }
        self.header = style { header($0, on: WorkbookStyles.grey) }
        entryHeader = style { header($0, on: WorkbookStyles.paper) }
        entry = style { format in
            format_set_unlocked(format)
            format_set_bg_color(format, WorkbookStyles.paper)
            format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
            prose(format)
        }
        moment = style { format in
            format_set_num_format(format, "yyyy-mm-dd hh:mm\" UTC\"")
            format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        number = style { format in
            format_set_num_format(format, "#,##0")
            format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        self.prose = style(prose)
        label = style { format in
            prose(format)
            format_set_font_color(format, 0x595959)
        }
        marked = style { format in
            prose(format)
            format_set_bold(format)
            format_set_font_color(format, WorkbookStyles.red)
        }
        link = style { format in
            prose(format)
            format_set_font_color(format, WorkbookStyles.blue)
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        }
    }
}
