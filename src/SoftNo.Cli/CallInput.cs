using System.CommandLine;
using SoftNo.Calls;
using SoftNo.Settings;

namespace SoftNo.Cli;

/// <summary>The argument and options of the verbs that read one call.</summary>
internal sealed class CallInput
{
    private readonly Argument<string> _file;
    private readonly Option<string[]> _us;
    private readonly Option<string[]> _them;
    private readonly Option<string?> _at;
    private readonly Option<string?> _zone;
    private readonly Option<string?> _ourZone;
    private readonly Option<string?> _hours;

    public CallInput(Session session)
    {
        var (words, read) = (PracticeWords.Of(session.Language), session.Words.Read);
        _file = new Argument<string>("FILE") { Description = words.File };
        _us = Many("--us", read.Us);
        _them = Many("--them", read.Them);
        _at = One("--at", words.At, "TIME");
        _zone = One("--zone", words.Zone, "ZONE");
        _ourZone = One("--our-zone", words.OurZone, "ZONE");
        _hours = One("--hours", words.Hours, "9-19");
    }

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Arguments.Add(_file);
        foreach (var option in new Option[] { _us, _them, _at, _zone, _ourZone, _hours }) verb.Options.Add(option);
    }

    /// <summary>An option with one value.</summary>
    public static Option<string?> One(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    /// <summary>The call that the user named, with what the run shares; null where something was wrong, which is told.</summary>
    public (Practice Practice, Call Call, CallReader Reader)? Read(ParseResult parsed, Session session)
    {
        var us = parsed.GetValue(_us);
        var practice = Practice.Load(session, new SettingsFlags
        {
            Us = us is { Length: > 0 } ? us : null, Zone = parsed.GetValue(_zone), OurZone = parsed.GetValue(_ourZone), Hours = parsed.GetValue(_hours),
        });
        if (practice is null) return null;
        var problems = new List<Problem>();
        var at = ReadOptions.At(parsed.GetValue(_at), problems);
        foreach (var problem in problems) Complaint.Tell(problem, session);
        if (problems.Count > 0) return null;
        var file = parsed.GetValue(_file)!;
        if (file != Inputs.StandardInput && Inputs.Find([file]) is { Problems: [var missing, ..] })
        {
            Complaint.Tell(missing, session);
            return null;
        }
        return practice.OneCall(file, practice.CallOptions(parsed.GetValue(_them) ?? [], at)) is { } call && practice.Reader() is { } reader ? (practice, call, reader) : null;
    }

    private static Option<string[]> Many(string name, string description) => new(name)
    {
        Description = description, HelpName = "WHO", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false,
    };
}
