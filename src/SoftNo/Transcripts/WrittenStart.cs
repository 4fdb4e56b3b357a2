using NodaTime;
using NodaTime.Text;

namespace SoftNo.Transcripts;

/// <summary>A call's start as a user writes it.</summary>
public static class WrittenStart
{
    private static readonly OffsetDateTimePattern[] Shapes =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<G>"),
    ];

    /// <summary>A moment with its offset; minutes or seconds, a space or a T between date and hour, Z for UTC. Null where the text is none.</summary>
    public static OffsetDateTime? Parse(string said)
    {
        foreach (var shape in Shapes)
        {
            var parsed = shape.Parse(said.Trim().Replace(' ', 'T'));
            if (parsed.Success) return parsed.Value;
        }

        return null;
    }
}
