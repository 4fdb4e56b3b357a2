namespace SoftNo.Transcripts.Formats;

/// <summary>A line of a plain transcript: its time, wherever it stands, taken out of <c>Name: text</c>.</summary>
/// <param name="StartMs">The time, or null.</param>
/// <param name="EndMs">The end of a range, or null.</param>
/// <param name="Rest">What is left: <c>Name: text</c>, or text alone.</param>
internal readonly record struct NamedLine(long? StartMs, long? EndMs, string Rest)
{
    /// <summary>
    /// Reads <c>[00:03] Name: text</c>, <c>00:03 Name: text</c>, <c>Name (00:03): text</c>, <c>Name 00:03: text</c>, <c>Name: [00:03] text</c>
    /// and <c>Speaker 0    00:00:02    words</c>.
    /// </summary>
    public static NamedLine Parse(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = Unmarked(line.Trim());
        if (TurnHeader.TryLeadingTime(ref rest, out long start, out long? end)) return new NamedLine(start, end, rest.ToString());
        if (TryColumns(rest, out start, out string joined)) return new NamedLine(start, null, joined);
        int colon = NameColon(rest);
        if (colon < 0) return new NamedLine(null, null, rest.ToString());

        ReadOnlySpan<char> name = rest[..colon];
        if (TurnHeader.TryTrailingTime(ref name, out start, out _) && !name.IsEmpty) return new NamedLine(start, null, $"{name}{rest[colon..]}");
        ReadOnlySpan<char> words = rest[(colon + 1)..].TrimStart();
        if (words is ['[' or '(', ..] && TurnHeader.TryLeadingTime(ref words, out start, out end)) return new NamedLine(start, end, $"{rest[..colon]}: {words}");
        return new NamedLine(null, null, rest.ToString());
    }

    // Markdown's bold around a name, and a list's bullet before it.
    private static ReadOnlySpan<char> Unmarked(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal)) line = line[2..].TrimStart();
        if (!line.StartsWith("**", StringComparison.Ordinal) && !line.StartsWith("__", StringComparison.Ordinal)) return line;
        int head = Math.Min(line.Length, 100);
        return $"{line[..head].ToString().Replace("**", "", StringComparison.Ordinal).Replace("__", "", StringComparison.Ordinal)}{line[head..]}";
    }

    // The first colon with a blank or the line's end after it: a time's own colons have digits.
    private static int NameColon(ReadOnlySpan<char> line)
    {
        for (int at = 0; at < line.Length && at < 90; at++)
        {
            if (line[at] == ':' && (at + 1 == line.Length || char.IsWhiteSpace(line[at + 1]))) return at;
        }

        return -1;
    }

    // Name, time and words in columns, parted by tabs or three blanks and more.
    private static bool TryColumns(ReadOnlySpan<char> line, out long start, out string joined)
    {
        start = 0;
        joined = "";
        int first = Gap(line, 0, out int afterFirst);
        if (first <= 0) return false;
        int second = Gap(line, afterFirst, out int afterSecond);
        if (second < 0 || !ClockTime.TryParse(line[afterFirst..second], out start)) return false;
        joined = $"{line[..first].TrimEnd(':')}: {line[afterSecond..]}";
        return true;
    }

    private static int Gap(ReadOnlySpan<char> line, int from, out int after)
    {
        after = 0;
        for (int at = from; at < line.Length; at++)
        {
            if (!char.IsWhiteSpace(line[at])) continue;
            int end = at;
            while (end < line.Length && char.IsWhiteSpace(line[end])) end++;
            if (end - at >= 3 || line[at..end].Contains('\t'))
            {
                after = end;
                return at;
            }

            at = end;
        }

        return -1;
    }
}
