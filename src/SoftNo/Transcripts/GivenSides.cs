using SoftNo.Calls;

namespace SoftNo.Transcripts;

/// <summary>
/// Settles the sides that are told: by the user (<c>--us</c>, <c>--them</c>), by the source's own flag or header, by the domain of an address. What is
/// left unknown is for the words to tell.
/// </summary>
internal sealed class GivenSides(CallOptions options)
{
    private readonly WhoList _us = new("--us", options.Us);
    private readonly WhoList _usual = new("us", options.UsualUs);
    private readonly WhoList _them = new("--them", options.Them);

    /// <summary>The speakers with their sides.</summary>
    public List<Speaker> Settle(IReadOnlyList<DraftSpeaker> speakers, string file, List<Warning> warnings, List<Problem> problems)
    {
        var ours = _us.Match(speakers, file, warnings, problems);
        var theirs = _them.Match(speakers, file, warnings, problems);
        // A colleague of the settings who is not in this call is no mistake: nothing is told.
        var usual = _usual.Match(speakers, file, [], []);
        return [.. speakers.Select((speaker, index) => Settle(speaker, ours.GetValueOrDefault(index), theirs.GetValueOrDefault(index), usual.GetValueOrDefault(index), warnings))];
    }

    private Speaker Settle(DraftSpeaker draft, string? us, string? them, string? usual, List<Warning> warnings)
    {
        var speaker = new Speaker
        {
            Name = draft.Name,
            Address = draft.Address,
            Role = draft.Role,
            Company = draft.Company,
            AlsoKnownAs = draft.AlsoKnownAs,
        };
        (Side Side, Bilingual Why)? stated = Stated(draft);
        if (us is not null && them is not null)
        {
            warnings.Add(TranscriptProblems.SideConflict(draft.Name, Told("--us", us), Told("--them", them)));
        }
        else if (us is not null || them is not null)
        {
            Side side = us is not null ? Side.Seller : Side.Prospect;
            Bilingual why = us is not null ? Told("--us", us) : Told("--them", them!);
            if (stated is { } other && other.Side != side) warnings.Add(TranscriptProblems.SideConflict(draft.Name, why, other.Why));
            return speaker with { Side = side, Basis = Basis.Given, Reason = why };
        }
        else if (usual is not null)
        {
            return speaker with { Side = Side.Seller, Basis = Basis.Given, Reason = new($"vos réglages nomment «\u00a0{usual}\u00a0»", $"your settings name \"{usual}\"") };
        }

        return stated is { } told ? speaker with { Side = told.Side, Basis = Basis.Stated, Reason = told.Why } : speaker;
    }

    private (Side Side, Bilingual Why)? Stated(DraftSpeaker draft)
    {
        if (draft.Side != Side.Unknown) return (draft.Side, draft.Reason ?? new("la source le dit", "the source says so"));
        if (draft.IsProgram || draft.Address is not { } address || options.OurDomains.Count == 0) return null;
        string domain = address[(address.LastIndexOf('@') + 1)..].Trim('>', ' ');
        // An entry with a name before the @ is one person's, where a mail house is everybody's.
        bool ours = options.OurDomains.Any(own => own.IndexOf('@', StringComparison.Ordinal) > 0 ? address.Equals(own, StringComparison.OrdinalIgnoreCase) : WhoList.IsOfDomain(domain, own.TrimStart('@')));
        return (ours ? Side.Seller : Side.Prospect, ours
            ? new($"son adresse est chez vous ({domain})", $"the address is one of yours ({domain})")
            : new($"son adresse n’est pas chez vous ({domain})", $"the address is not one of yours ({domain})"));
    }

    private static Bilingual Told(string option, string entry) => new($"{option} désigne « {entry} »", $"{option} names \"{entry}\"");
}
