namespace SoftNo.Deals;

/// <summary>The chance that an answer is still to come after so many business days.</summary>
public abstract record Survival
{
    private Survival()
    {
    }

    /// <summary>The chance, 1 at day 0 and falling.</summary>
    /// <param name="days">Business days waited, 0 or more.</param>
    public abstract double At(double days);

    /// <summary>The first whole number of days within which at least a share of answers come, or null where the curve never gets there.</summary>
    /// <param name="share">0 to 1.</param>
    public int? WithinDays(double share)
    {
        const int longest = 250;
        for (var days = 0; days <= longest; days++)
        {
            if (1 - At(days) >= share - 1e-12) return days;
        }
        return null;
    }

    /// <summary>A prior: half of what is left comes in each half-life.</summary>
    /// <param name="Days">The half-life in business days, above 0.</param>
    public sealed record HalfLife(double Days) : Survival
    {
        /// <inheritdoc/>
        public override double At(double days) => Math.Pow(0.5, days / Days);
    }

    /// <summary>
    /// The Kaplan–Meier estimate of seen waits: at each day on which answers came, the chance falls by their share of the waits that lasted so long;
    /// waits that had not ended count as long as they were seen (Kaplan and Meier, 1958).
    /// </summary>
    public sealed record Seen : Survival
    {
        private readonly double[] _days;
        private readonly double[] _left;

        /// <summary>Fits the curve.</summary>
        /// <param name="waits">At least one wait that was answered.</param>
        public Seen(IReadOnlyList<Wait> waits)
        {
            var answered = waits.Where(wait => wait.Answered).Select(wait => wait.Days).Order().ToArray();
            var all = waits.Select(wait => wait.Days).Order().ToArray();
            var (days, chances, left, gone) = (new List<double>(), new List<double>(), 1.0, 0);
            for (var place = 0; place < answered.Length;)
            {
                var next = place;
                while (next < answered.Length && answered[next] == answered[place]) next++;
                while (gone < all.Length && all[gone] < answered[place]) gone++;
                left *= 1 - ((double)(next - place) / (all.Length - gone));
                days.Add(answered[place]);
                chances.Add(left);
                place = next;
            }
            (_days, _left) = ([.. days], [.. chances]);
            Count = waits.Count(wait => wait.Answered);
        }

        /// <summary>How many answers it rests on.</summary>
        public int Count { get; }

        /// <inheritdoc/>
        public override double At(double days)
        {
            var place = Array.BinarySearch(_days, days);
            if (place < 0) place = ~place - 1;
            return place < 0 ? 1 : _left[place];
        }
    }
}
