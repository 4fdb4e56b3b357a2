using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SoftNo.Calls;

namespace SoftNo.Tests.Transcripts;

/// <summary>Generated calls, written in each format, are read back: the same words, names and times.</summary>
public class RoundTripTests
{
    private sealed record Line(string Name, string Text, int Seconds);

    private static readonly string[] Names = ["Camille Roy", "Dana Whitfield", "Bérengère L'Hôte", "Mary-Ann O'Brien"];
    private static readonly string[] Pieces = ["so", "the", "budget", "is", "Tuesday at 10:30", "€5,000", "well:", "naïve", "A & B", "x < y", "\"quoted\"", "it's", "3.5%", "–", "re: us", "😀", "okay?", "{{", "yes."];

    private static Arbitrary<Line[]> Calls()
    {
        Gen<string> text = from first in Gen.Elements("Yes", "So", "I", "Hum") from rest in Gen.ListOf(Gen.Elements(Pieces)) select string.Join(' ', rest.Prepend(first));
        Gen<(string Name, string Text, int Gap)> line = from name in Gen.Elements(Names) from words in text from gap in Gen.Choose(1, 900) select (name, words, gap);
        return (from lines in Gen.ArrayOf(line)
                where lines.Length >= 6 && lines.Select(one => one.Name).Distinct().Count() >= 2
                select lines.Aggregate(new List<Line>(), (all, one) =>
                {
                    all.Add(new Line(one.Name, one.Text, (all.Count == 0 ? 0 : all[^1].Seconds) + one.Gap));
                    return all;
                }).ToArray()).ToArbitrary();
    }

    [Theory]
    [InlineData("zoom")]
    [InlineData("teams")]
    [InlineData("srt")]
    [InlineData("otter")]
    [InlineData("named")]
    [InlineData("timed")]
    [InlineData("after")]
    [InlineData("call")]
    public void Read_back(string format) => Prop.ForAll(Calls(), lines =>
    {
        Call call = Reading.CallOf(Write(format, lines));
        string[] expected = [.. lines.Select(line => $"{(format == "named" ? "-" : (line.Seconds * 1000L).ToString(CultureInfo.InvariantCulture))} {line.Name}: {line.Text}")];
        Assert.Equal(expected, Reading.Lines(call));
        Assert.Equal(lines.Select(line => line.Name).Distinct(), call.Speakers.Select(speaker => speaker.Name));
        Assert.All(call.Turns, turn => Assert.Equal(turn.Text, string.Join(' ', turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static string Write(string format, Line[] lines)
    {
        var text = new StringBuilder(format switch
        {
            "zoom" or "teams" => "WEBVTT\n\n",
            "call" => "when: 2026-11-17T10:00-05:00\nzone: America/New_York\n\n",
            _ => "",
        });
        for (int i = 0; i < lines.Length; i++)
        {
            Line line = lines[i];
            string clock = TimeSpan.FromSeconds(line.Seconds).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
            string escaped = line.Text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
            text.Append(format switch
            {
                "zoom" => $"{i + 1}\r\n{clock}.000 --> {clock}.500\r\n{line.Name}: {escaped}\r\n\r\n",
                "teams" => $"{clock}.000 --> {clock}.500\n<v {line.Name}>{escaped}</v>\n\n",
                "srt" => $"{i + 1}\n{clock},000 --> {clock},500\n{line.Name}: {line.Text}\n\n",
                "otter" => $"{line.Name}  {clock}\n{line.Text}\n\n",
                "timed" => $"[{clock}] {line.Name}: {line.Text}\n",
                "after" => $"{line.Name} ({clock}): {line.Text}\n",
                "call" => $"{clock} {line.Name}: {line.Text}\n",
                _ => $"{line.Name}: {line.Text}\n",
            });
        }

        return text.ToString();
    }
}
