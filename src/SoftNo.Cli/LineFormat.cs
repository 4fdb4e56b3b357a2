using System.CommandLine;
using System.Text.Json;
using SoftNo.Reports;

namespace SoftNo.Cli;

/// <summary>The option <c>--format text|json</c> of a verb that tells lines: as JSON each line is one object, with the facts of the sentence.</summary>
internal sealed class LineFormat
{
    private readonly Session _session;
    private readonly Option<string> _option;

    /// <summary>Gives a verb the option.</summary>
    public LineFormat(Session session, Command verb)
    {
        _session = session;
        _option = new Option<string>("--format") { Description = StoredWords(session), DefaultValueFactory = _ => "text", HelpName = "text|json" };
        _option.AcceptOnlyFromAmong("text", "json");
        verb.Options.Add(_option);
    }

    /// <summary>Whether JSON was asked for.</summary>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(_option) == "json";

    /// <summary>Tells one line.</summary>
    /// <param name="parsed">What the user typed.</param>
    /// <param name="text">The line for a person.</param>
    /// <param name="json">Writes the properties of its object.</param>
    public void Tell(ParseResult parsed, string text, Action<Utf8JsonWriter> json) =>
        _session.Terminal.Line(IsJson(parsed) ? ReportJson.Line(json) : Plain.Of(text));

    private static string StoredWords(Session session) => Stored.StoreWords.Of(session.Language).Options["format"];
}
