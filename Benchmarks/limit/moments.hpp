// Moments as ticks of 100 ns since 1970, and durations on the calendar.
#pragma once
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

constexpr int64_t ticks_per_second = 10000000, ticks_per_day = 86400 * ticks_per_second;

/// Days since 1970. Years are counted from March, so that the leap day comes last.
inline int64_t days_of(int64_t year, int64_t month, int64_t day) {
    year -= month < 3;
    const int64_t century = (year >= 0 ? year : year - 399) / 400, of_century = year - century * 400;
    const int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return century * 146097 + of_century * 365 + of_century / 4 - of_century / 100 + of_year - 719468;
}

struct Date {
    int64_t year, month, day;

    explicit Date(int64_t days) {
        days += 719468;
        const int64_t era = (days >= 0 ? days : days - 146096) / 146097, of_era = days - era * 146097;
        const int64_t years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
        const int64_t of_year = of_era - (365 * years + years / 4 - years / 100), march = (5 * of_year + 2) / 153;
        day = of_year - (153 * march + 2) / 5 + 1;
        month = march < 10 ? march + 3 : march - 9;
        year = years + era * 400 + (month < 3);
    }
};

/// The ticks of `YYYY-MM-DDTHH:MM:SS[.fraction]Z`; false when the text is anything else.
inline bool ticks_of(std::string_view text, int64_t &ticks) {
    if (text.size() < 20 || text.size() > 28 || text.back() != 'Z' || text[4] != '-' || text[10] != 'T') return false;
    const auto number = [&](int at, int count) {
        int64_t value = 0;
        for (int i = at; i < at + count; i += 1) value = value * 10 + (text[i] - '0');
        return value;
    };
    const int64_t days = days_of(number(0, 4), number(5, 2), number(8, 2));
    ticks = days * ticks_per_day + (number(11, 2) * 3600 + number(14, 2) * 60 + number(17, 2)) * ticks_per_second;
    int64_t unit = ticks_per_second / 10;
    for (size_t i = 20; i + 1 < text.size(); i += 1, unit /= 10) ticks += (text[i] - '0') * unit;
    return true;
}

/// `YYYY-MM-DDTHH:MM:SSZ`
inline std::string text_of(int64_t ticks) {
    const int64_t seconds = ticks / ticks_per_second - (ticks % ticks_per_second < 0);
    const int64_t days = seconds / 86400 - (seconds % 86400 < 0), rest = seconds - days * 86400;
    const Date date(days);
    char text[96];
    std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", int(date.year), int(date.month), int(date.day),
                  int(rest / 3600), int(rest / 60 % 60), int(rest % 60));
    return text;
}

/// `P1Y2M3W4D`: calendar units are all that the generator writes.
struct Duration {
    int64_t months = 0, days = 0;

    /// False when the text is no such duration.
    bool read(std::string_view text) {
        if (text.empty() || text[0] != 'P') return false;
        int64_t number = 0;
        for (const char c : text.substr(1)) {
            if (c >= '0' && c <= '9') number = number * 10 + (c - '0');
            else {
                if (c == 'Y') months += number * 12;
                else if (c == 'M') months += number;
                else if (c == 'W') days += number * 7;
                else if (c == 'D') days += number;
                else return false;
                number = 0;
            }
        }
        return true;
    }

    /// One month after 31 January is the last of February.
    int64_t after(int64_t ticks) const {
        const int64_t day = ticks / ticks_per_day - (ticks % ticks_per_day < 0);
        const Date date(day);
        const int64_t month = date.year * 12 + date.month - 1 + months, year = month / 12, of_year = month % 12 + 1;
        const int64_t next = days_of(month / 12 + (of_year == 12), of_year % 12 + 1, 1);
        const int64_t last = next - days_of(year, of_year, 1);
        const int64_t to = days_of(year, of_year, date.day < last ? date.day : last) + days;
        return to * ticks_per_day + (ticks - day * ticks_per_day);
    }
};
