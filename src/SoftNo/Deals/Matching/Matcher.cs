using SoftNo.Deals.Imports;

namespace SoftNo.Deals.Matching;

/// <summary>Finds the deal of an exchange by address, domain, company, title, names; the surest trace decides.</summary>
public sealed class Matcher
{
    private const int ShortestInTitle = 3;
    private readonly MatchingRules _rules;
    private readonly IReadOnlyDictionary<long, Candidate> _deals;
    private readonly Dictionary<(string Trace, string Value), HashSet<long>> _index = [];
    private readonly Dictionary<(string Trace, string Value), long> _ties;
    private readonly HashSet<string> _endings;
    private readonly HashSet<string> _free;
    private readonly HashSet<string> _ours;

    /// <summary>Indexes the deals.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="ties">What the user settled.</param>
    /// <param name="rules">How sure traces are.</param>
    /// <param name="ourDomains">Our mail domains, which are no trace.</param>
    public Matcher(IEnumerable<Candidate> deals, IEnumerable<Tie> ties, MatchingRules rules, IEnumerable<string> ourDomains)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _endings = rules.CompanyEndings.ToHashSet(StringComparer.Ordinal);
        _free = rules.FreeDomains.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _ours = ourDomains.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _deals = deals.ToDictionary(deal => deal.Number);
        foreach (var deal in _deals.Values) Index(deal);
        _ties = ties.GroupBy(tie => (tie.Kind, tie.Value)).ToDictionary(group => group.Key, group => group.Last().Number);
    }

    /// <summary>The deal of an exchange.</summary>
    public Match Find(Traces traces)
    {
        ArgumentNullException.ThrowIfNull(traces);
        var shown = Values(traces).ToList();
        foreach (var trace in shown)
            if (_ties.TryGetValue(trace, out var settled) && _deals.ContainsKey(settled)) return new Match(settled, "given", 1, []);
        var fitting = new HashSet<long>();
        foreach (var group in shown.Select(trace => (trace.Trace, Deals: _index.GetValueOrDefault(trace))).Where(hit => hit.Deals is not null).GroupBy(hit => hit.Trace).OrderByDescending(group => _rules.Confidence[group.Key]))
        {
            var found = group.SelectMany(hit => hit.Deals!).ToHashSet();
            // A surer trace that several deals share is narrowed by the next one.
            if (fitting.Count > 0) found.IntersectWith(fitting);
            if (found.Count == 0) continue;
            fitting = found;
            var sure = _rules.Confidence[group.Key];
            if (fitting.Count == 1) return Sure(fitting.First(), group.Key, sure);
            var open = fitting.Where(number => IsOpen(_deals[number].Deal, traces)).ToList();
            if (open.Count == 1) return Sure(open[0], group.Key, sure * _rules.OnlyOpen);
        }

        return fitting.Count == 0 ? Match.None : new Match(null, null, 0, [.. fitting.Order()]);
    }

    /// <summary>What to remember when the user settles an exchange: its addresses, domains and companies.</summary>
    public IEnumerable<Tie> TiesOf(Traces traces, long number)
    {
        ArgumentNullException.ThrowIfNull(traces);
        return Values(traces).Where(trace => trace.Trace is "address" or "domain" or "company").Select(trace => new Tie(trace.Trace, trace.Value, number));
    }

    private Match Sure(long number, string by, double confidence) => confidence >= _rules.Enough ? new Match(number, by, Math.Round(confidence, 3), []) : new Match(null, null, 0, [number]);

    private static bool IsOpen(Deal deal, Traces traces) => deal.Status == DealStatus.Open || (traces.On is { } day && deal.CloseDate is { } closed && day <= closed && (deal.Created is not { } made || made <= day));

    private void Index(Candidate deal)
    {
        foreach (var address in deal.Addresses)
        {
            Put("address", address);
            if (Traces.DomainOf(address) is { } domain && Tells(domain)) Put("domain", domain);
        }

        if (deal.Domain is { } own && Tells(own)) Put("domain", own);
        if (deal.Deal.Company is { } company)
        {
            Put("company", Company(company));
            Put("title", Company(company));
        }

        Put("title", CrmWords.Fold(deal.Deal.Name));
        Put("title", Company(deal.Deal.Name));
        foreach (var name in deal.Names) Put("name", CrmWords.Fold(name));

        void Put(string trace, string value)
        {
            if (value.Length == 0) return;
            if (!_index.TryGetValue((trace, value), out var numbers)) _index.Add((trace, value), numbers = []);
            numbers.Add(deal.Number);
        }
    }

    private IEnumerable<(string Trace, string Value)> Values(Traces traces)
    {
        foreach (var address in traces.Addresses) yield return ("address", address.ToLowerInvariant());
        foreach (var domain in traces.Addresses.Select(Traces.DomainOf).OfType<string>().Where(Tells).Distinct()) yield return ("domain", domain);
        foreach (var company in traces.Companies) yield return ("company", Company(company));
        foreach (var name in traces.Names) yield return ("name", CrmWords.Fold(name));
        foreach (var title in traces.Titles)
            foreach (var run in Runs(CrmWords.Fold(title))) yield return ("title", run);
    }

    private bool Tells(string domain) => !_free.Contains(domain) && !_ours.Contains(domain);

    /// <summary>A company's name without what follows it: <c>Larkspur Freight, Inc.</c> and <c>Larkspur Freight</c> are one.</summary>
    private string Company(string name)
    {
        var words = CrmWords.Fold(name).Split(' ');
        var end = words.Length;
        while (end > 1 && _endings.Contains(words[end - 1])) end--;
        return string.Join(' ', words[..end]);
    }

    /// <summary>Every run of whole words of a title, the longest first.</summary>
    private static IEnumerable<string> Runs(string folded)
    {
        const int Longest = 8;
        var words = folded.Split(' ');
        for (var length = Math.Min(Longest, words.Length); length > 0; length--)
            for (var start = 0; start + length <= words.Length; start++)
                if (string.Join(' ', words[start..(start + length)]) is { Length: >= ShortestInTitle } run) yield return run;
    }
}
