using System.Text.RegularExpressions;
using SoftNo.Rescue;
using SoftNo.Signals;

namespace SoftNo.Tests.Rescue;

/// <summary>Every template, filled with long words, with short ones, and left open.</summary>
public partial class TemplateTests
{
    private static readonly AdviceOptions Full = Readings.Options with
    {
        Signature = "Camille Roy\nLumenor\n+33 1 23 45 67 89",
        CaseStudies = [new CaseStudy("freight", "how Norvik Foods cut its downtime by half", "https://lumenor.example/norvik-foods", ["freight"])],
    };

    /// <summary>Moves by name, beside a rich call and a bare one.</summary>
    public static TheoryData<string, bool> Filled()
    {
        var data = new TheoryData<string, bool>();
        foreach (var move in Moves.All)
        {
            data.Add(move.Name(), true);
            data.Add(move.Name(), false);
        }
        return data;
    }

    private static FilledRescue Fill(string move, bool rich)
    {
        var reading = rich
            ? Readings.Of(Verdict.Engaged, "generic-enthusiasm", "firm", """
                Dana: {{generic-praise|you can tell there's a lot of promise}}. {{tech-praise|how did you even build that thing there}}
                Camille: Thank you.
                Dana: {{pain|We had nine hours of unplanned downtime in our freight yard, it was brutal}}.
                Dana: {{buying-step|I'll bring in Preston}}. {{next-step:firm@2026-12-30T13:30-05:00|Wednesday the thirtieth at one thirty works}}.
                """, zone: "America/Argentina/Buenos_Aires")
            : Readings.Of(Verdict.SoftNo, "none", "none", "Dana: Hi.\nCamille: Hello.");
        return Readings.Playbook.Fill(Moves.Parse(move)!.Value, reading, rich ? Full : Readings.Options);
    }

    private static IEnumerable<string> Spoken(FilledRescue rescue) =>
        [rescue.Say.Soft, rescue.Say.Medium, rescue.Say.Bold, .. rescue.Then.Select(then => then.Say)];

    [Theory]
    [MemberData(nameof(Filled))]
    public void Said_in_at_most_twenty_seconds(string move, bool rich) =>
        Assert.All(Spoken(Fill(move, rich)), text => Assert.InRange(text.Split(' ').Length, 2, 50));

    [Theory]
    [MemberData(nameof(Filled))]
    public void A_mail_has_at_most_ninety_words_one_question_one_time_and_a_subject_of_six_words(string move, bool rich)
    {
        var mail = Fill(move, rich).Mail;
        Assert.InRange(mail.Subject.Split(' ').Length, 1, 6);
        Assert.InRange(mail.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 20, 90);
        Assert.InRange(mail.Body.Count(letter => letter == '?'), 0, 1);
        Assert.InRange(HourNamed().Count(mail.Body), 0, 1);
        Assert.StartsWith("Hi Dana,\n\n", mail.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("close-with-thanks")]
    [InlineData("last-mail")]
    public void A_mail_that_closes_asks_nothing_and_proposes_no_time(string move)
    {
        var rescue = Fill(move, rich: true);
        Assert.DoesNotContain("?", rescue.Mail.Body, StringComparison.Ordinal);
        Assert.Equal(0, HourNamed().Count(rescue.Mail.Body));
        Assert.Null(rescue.Hold);
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void Nothing_refused_is_ever_said_or_sent(string move, bool rich)
    {
        var rescue = Fill(move, rich);
        Assert.All([.. Spoken(rescue), rescue.Mail.Subject, rescue.Mail.Body], text => Assert.Null(Readings.Playbook.RefusedIn(text)));
        Assert.Matches(@"\w['’](ll|d|s|re|ve|t|m)\b", rescue.Mail.Body);
    }

    [Theory]
    [InlineData("Just checking in on this.", "just checking in")]
    [InlineData("Please find attached our deck.", "please find attached")]
    [InlineData("Don’t hesitate to call.", "don't hesitate")]
    [InlineData("We are ready.", "we are")]
    [InlineData("Our SoftNo reading says so.", "softno")]
    [InlineData("Let's talk about the signal-to-noise.", "signal")]
    public void What_is_refused_is_found(string text, string phrase) => Assert.Equal(phrase, Readings.Playbook.RefusedIn(text));

    [Theory]
    [MemberData(nameof(Filled))]
    public void Every_slot_is_filled_or_visibly_open(string move, bool rich)
    {
        var rescue = Fill(move, rich);
        Assert.All([.. Spoken(rescue), rescue.Mail.Subject, rescue.Mail.Body], text =>
        {
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
            Assert.DoesNotContain("[]", text, StringComparison.Ordinal);
            var open = Bracketed().Matches(text).Select(match => match.Value).ToList();
            Assert.InRange(open.Count, 0, rescue.Slots.Count(slot => slot.Value is null) * open.Count);
        });
        Assert.All(rescue.Slots.Where(slot => slot.Value is not null), slot => Assert.NotEqual("", slot.Value));
        Assert.Equal(rescue.Slots.Count, rescue.Slots.DistinctBy(slot => slot.Name).Count());
    }

    [Fact]
    public void A_bare_call_leaves_its_slots_open_and_invents_no_pain()
    {
        var pivot = Fill("business-pivot", rich: false);
        Assert.EndsWith("what number on your side would have to move for it to be worth it?", pivot.Say.Soft, StringComparison.Ordinal);
        Assert.Contains("[case study]", Fill("micro-commitment", rich: false).Mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(pivot.Slots, slot => slot.Name == "pain");
    }

    [Fact]
    public void A_rich_call_fills_them_with_its_own_words_and_tells_where_from()
    {
        var pivot = Fill("business-pivot", rich: true);
        Assert.Equal(
            "I'm glad you like the technology, Dana. Thing is, technology alone doesn't pay anyone's bills. Let's go back to the unplanned downtime you mentioned. Would we help with that, or are we missing the mark?",
            pivot.Say.Soft);
        Assert.Equal(2, Assert.Single(pivot.Slots, slot => slot.Name == "pain").From!.Turn);
        Assert.Contains("how Norvik Foods cut its downtime by half (https://lumenor.example/norvik-foods)", Fill("micro-commitment", rich: true).Mail.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void Aloud_one_question_at_a_time(string move, bool rich)
    {
        var say = Fill(move, rich).Say;
        // "Can I check something with you?" opens the door to the one question.
        Assert.All([say.Soft, say.Medium, say.Bold], text => Assert.InRange(text.Count(letter => letter == '?'), 0, 2));
        if (move is "micro-commitment" or "business-pivot" or "confirm-and-go") Assert.Equal(1, say.Soft.Count(letter => letter == '?'));
    }

    [Theory]
    [InlineData("negative-validation", "kind words")]
    [InlineData("micro-commitment", "your team")]
    [InlineData("business-pivot", "you like")]
    [InlineData("business-pivot", "you liked")]
    public void Nothing_is_said_of_them_that_the_call_does_not_hold(string move, string words)
    {
        var rescue = Fill(move, rich: false);
        Assert.All([.. Spoken(rescue), rescue.Mail.Body], text => Assert.DoesNotContain(words, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "nobody's beaten me up on price yet")]
    [InlineData("Dana: {{hard-question:pricing|What does it cost per truck?}}", "I don't want to read too much into it")]
    [InlineData("Dana: {{objection|We'd have to retrain everyone}}.", "I don't want to read too much into it")]
    public void That_nobody_haggled_is_said_only_where_nobody_did(string line, string expected)
    {
        var reading = Readings.Of(Verdict.SoftNo, "generic-enthusiasm", "none", $"Dana: {{{{generic-praise|You all built something special}}}}.\n{line}\nCamille: Thanks.".Replace("\n\n", "\n", StringComparison.Ordinal));
        var bold = Readings.Playbook.Fill(Move.NegativeValidation, reading, Readings.Options).Say.Bold;
        Assert.Contains(expected, bold, StringComparison.Ordinal);
        Assert.Contains("you said “you all built something special,”", bold, StringComparison.Ordinal);
    }

    [Fact]
    public void French_is_spaced_as_the_French_do()
    {
        foreach (var move in Readings.Playbook.Templates)
            foreach (var text in new[] { move.Why, move.Delivery, move.Coaching, move.Avoid }.Concat(move.Then.SelectMany(then => new[] { then.Means, then.Do })))
            {
                Assert.DoesNotMatch("[^\u202f][;?!]|[^\u00a0]:|«[^\u00a0]|[^\u00a0]»", Quoted().Replace(text.Fr, ""));
                Assert.DoesNotContain("—", text.Fr + text.En, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void Every_move_has_what_follows_and_says_what_an_answer_means()
    {
        Assert.Equal(Moves.All.Count, Readings.Playbook.Templates.Count);
        Assert.All(Readings.Playbook.Templates, move => Assert.InRange(move.Then.Count, 2, 5));
        Assert.Equal(
            ["true-objection", "no-fit", "dodged-again"],
            Readings.Playbook.Templates.Single(move => move.Move == Move.NegativeValidation).Then.Select(then => then.Answer));
    }

    [GeneratedRegex(@"\b\d{1,2}(:\d\d)? [AP]M\b", RegexOptions.NonBacktracking)]
    private static partial Regex HourNamed();

    [GeneratedRegex(@"\[[^\]]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    [GeneratedRegex("“[^”]*”|«\u00a0[A-Z][^»]*»", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();
}
