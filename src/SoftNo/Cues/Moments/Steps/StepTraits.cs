using SoftNo.Calls;
using SoftNo.Cues.Moments.Dates;

namespace SoftNo.Cues.Moments.Steps;

/// <summary>What can be said of a sentence when its step is weighed: its words, its acts, its times, and what stood when it was said. Each is a name that is there or not.</summary>
internal static class StepTraits
{
    private static readonly string[] Kinds = Enum.GetNames<Act>();

    /// <summary>The traits of a sentence, each once.</summary>
    public static IReadOnlySet<string> Of(Utterance said)
    {
        var traits = new HashSet<string>();
        AddWords(said, traits);
        AddActs(said, traits);
        AddTimes(said, traits);
        AddTalk(said, traits);
        return traits;
    }

    private static void AddWords(Utterance said, HashSet<string> traits)
    {
        var words = Tokens(said.Sentence);
        for (var at = 0; at < words.Count; at++)
        {
            traits.Add($"w {words[at]}");
            if (at > 0) traits.Add($"w {words[at - 1]} {words[at]}");
        }

        if (words.Count > 0) traits.Add($"^ {words[0]}");
        if (words.Count > 1) traits.Add($"^ {words[0]} {words[1]}");
        traits.Add("size " + (words.Count <= 2 ? "1" : words.Count <= 5 ? "2" : words.Count <= 12 ? "3" : words.Count <= 25 ? "4" : "5"));
    }

    /// <summary>The words of a sentence, times by their grain and numbers as such, fillers left out.</summary>
    public static List<string> Tokens(Sentence sentence)
    {
        var tokens = new List<string>();
        for (var at = sentence.First; at < sentence.Next; at++)
        {
            var time = sentence.Times.FirstOrDefault(one => one.First <= at && at < one.Next);
            if (time is not null)
            {
                tokens.Add(Name(time));
                at = time.Next - 1;
                continue;
            }

            var word = sentence.Words[at];
            if (word.IsSign || Spoken.Default.Fillers.Contains(word.Text)) continue;
            tokens.Add(word.IsDigits || Spoken.Default.Numbers.ContainsKey(word.Text) ? "<number>" : word.Text);
        }

        return tokens;
    }

    private static string Name(TimeExpression time) => time switch
    {
        { Length: not null } => "<length>",
        { IsRecurring: true } => "<every>",
        { IsNow: true } => "<now>",
        _ => Slot.Of(time, Side.Unknown) is var slot && slot.Grain != Grain.None ? $"<{(slot.IsDeadline ? "by " : "")}{slot.Grain.ToString().ToLowerInvariant()}>" : slot.HasHour ? "<hour>" : "<time>",
    };

    private static void AddActs(Utterance said, HashSet<string> traits)
    {
        var put = Put(said);
        foreach (var act in said.Sentence.Wide.Concat(said.Sentence.Acts).Select(found => Kinds[(int)found.Act]).Distinct())
        {
            traits.Add($"wide {act}");
            traits.Add($"wide {act} | {put}");
        }

        foreach (var act in said.Sentence.Acts.Select(found => Kinds[(int)found.Act]).Distinct())
        {
            traits.Add($"act {act}");
            traits.Add($"act {act} | {put}");
            traits.Add($"act {act} | own {GrainOf(said.Own)}");
        }

        foreach (var (act, sentences) in said.Turned.Acts)
            if (sentences > (said.Sentence.Has(act) ? 1 : 0)) traits.Add($"beside {Kinds[(int)act]}");
        foreach (var act in said.Preceding.Acts.Keys) traits.Add($"before {Kinds[(int)act]}");
        if (said.Before.Count > 0 && said.Before[^1].Asked) traits.Add("before asked");
    }

    private static void AddTimes(Utterance said, HashSet<string> traits)
    {
        traits.Add($"own {GrainOf(said.Own)}");
        traits.Add($"named {GrainOf(said.Named)}");
        traits.Add($"whole {GrainOf(said.Whole)}");
        if (said.Own.IsDeadline) traits.Add("own deadline");
        if (said.Own.Others.Count > 0) traits.Add("own several");
        traits.Add($"own {GrainOf(said.Own)} | {Put(said)}");
        traits.Add($"named {GrainOf(said.Named)} | whole {GrainOf(said.Whole)}");
    }

    private static void AddTalk(Utterance said, HashSet<string> traits)
    {
        traits.Add(Put(said));
        traits.Add($"stands {said.Stands?.Grade.ToString() ?? "Nothing"}");
        if (said.Stands is { } stands && said.Turn.Index - stands.Turn <= 4) traits.Add($"just {stands.Grade}");
        var share = (double)said.Turn.Index / said.Turns;
        traits.Add(said.Turns <= 30 ? "short" : share < 0.4 ? "early" : share < 0.7 ? "middle" : share < 0.85 ? "late" : "end");
        if (said.Sentence.Asked) traits.Add("asked");
        if (said.Siblings[0] == said.Sentence) traits.Add("first");
        if (said.Siblings[^1] == said.Sentence) traits.Add("last");
        if (said.Siblings.Count == 1) traits.Add("only");
    }

    private static string Put(Utterance said)
    {
        var offers = said.Offers;
        if (said.Side == Side.Seller || !(offers.IsAny || offers.AsksForThing)) return "put nothing";
        var age = said.OffersAge == 0 ? "" : " before";
        if (offers.Slots.Count > 0) return $"put {GrainOf(offers.Slots[0])}{(offers.Slots.Count > 1 ? " several" : "")}{age}";
        return (offers.AsksWhen ? "put when" : offers.IsUndated ? "put undated" : "put thing") + age;
    }

    private static string GrainOf(Slot slot) => slot.IsEmpty ? "nothing" : slot.Grain == Grain.None && slot.HasHour ? "hour" : slot.Grain.ToString().ToLowerInvariant();
}
