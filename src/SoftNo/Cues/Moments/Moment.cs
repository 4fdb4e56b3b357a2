using NodaTime;
using NodaTime.Text;

namespace SoftNo.Cues.Moments;

/// <summary>How fine a time is.</summary>
public enum Grain
{
    /// <summary>No time.</summary>
    None,

    /// <summary>Day and hour.</summary>
    Minute,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A morning (08:00–12:00), an afternoon (12:00–17:00) of a day.</summary>
    Part,

    /// <summary>A week, or days counted in weeks.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,
}

/// <summary>A resolved time at its own grain. <see cref="ToString"/> gives the ISO 8601 form of readings and of <c>corpus/steps</c>.</summary>
public abstract record Moment
{
    private static readonly OffsetDateTimePattern MinutePattern = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HH:mm>");

    private Moment()
    {
    }

    /// <summary>How fine it is.</summary>
    public abstract Grain Grain { get; }

    /// <summary>The first local date it covers, on the clock it was meant on.</summary>
    public abstract LocalDate FirstDate { get; }

    /// <summary>The last local date it covers, included.</summary>
    public abstract LocalDate LastDate { get; }

    /// <summary>A day and an hour.</summary>
    /// <param name="At">With the offset in force that day in the zone meant.</param>
    public sealed record AtMinute(OffsetDateTime At) : Moment
    {
        /// <inheritdoc/>
        public override Grain Grain => Grain.Minute;

        /// <inheritdoc/>
        public override LocalDate FirstDate => At.Date;

        /// <inheritdoc/>
        public override LocalDate LastDate => At.Date;

        /// <inheritdoc/>
        public override string ToString() => MinutePattern.Format(At);
    }

    /// <summary>A day without an hour.</summary>
    /// <param name="Date">On the clock meant.</param>
    public sealed record OnDay(LocalDate Date) : Moment
    {
        /// <inheritdoc/>
        public override Grain Grain => Grain.Day;

        /// <inheritdoc/>
        public override LocalDate FirstDate => Date;

        /// <inheritdoc/>
        public override LocalDate LastDate => Date;

        /// <inheritdoc/>
        public override string ToString() => LocalDatePattern.Iso.Format(Date);
    }

    /// <summary>A part of a day.</summary>
    /// <param name="Start">Its first minute.</param>
    /// <param name="End">The minute after its last.</param>
    public sealed record InPart(OffsetDateTime Start, OffsetDateTime End) : Moment
    {
        /// <inheritdoc/>
        public override Grain Grain => Grain.Part;

        /// <inheritdoc/>
        public override LocalDate FirstDate => Start.Date;

        /// <inheritdoc/>
        public override LocalDate LastDate => End.Date;

        /// <inheritdoc/>
        public override string ToString() => $"{MinutePattern.Format(Start)}/{MinutePattern.Format(End)}";
    }

    /// <summary>A week, month, quarter, year or other period, both dates included.</summary>
    /// <param name="First">The first local date.</param>
    /// <param name="Last">The last local date, included.</param>
    /// <param name="Unit">The unit it was said in.</param>
    public sealed record During(LocalDate First, LocalDate Last, Grain Unit) : Moment
    {
        /// <inheritdoc/>
        public override Grain Grain => Unit;

        /// <inheritdoc/>
        public override LocalDate FirstDate => First;

        /// <inheritdoc/>
        public override LocalDate LastDate => Last;

        /// <inheritdoc/>
        public override string ToString() => $"{LocalDatePattern.Iso.Format(First)}/{LocalDatePattern.Iso.Format(Last)}";
    }
}
