using System.Globalization;
using SoftNo.Reports;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Cli;

/// <summary>What became of one file.</summary>
/// <param name="File">The file as the user gave it.</param>
/// <param name="Reports">A report a call.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Crash">Our bug, where one file met it: the others still go through.</param>
internal sealed record ReadOutcome(string File, IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems, Exception? Crash = null)
{
    /// <summary>Reads the file and gives out each report as it comes, where the file is too large for all of them to be kept; null where they are here.</summary>
    public Func<Action<Report>, ReadOutcome>? InItsTurn { get; init; }
}

/// <summary>One run of <c>softno read</c>: the files are read side by side and reported in their order.</summary>
internal sealed class ReadRun(Session session, ReadRequest request)
{
    private const long LargeFile = 16_000_000;

    private readonly ReportSink _sink = new(session, request);
    private bool _ourBug;
    private bool _yourInput;
    private bool _stopped;
    private bool _alone;

    /// <summary>Reads what the user named; gives the exit code.</summary>
    public int Over(IReadOnlyList<string> inputs)
    {
        var (files, missing) = Inputs.Find(inputs);
        foreach (var problem in missing) Fail(problem);
        if (request.Out is null && request.Format == ReportFormat.Html && files.Count > 1)
        {
            Fail(CliWords.Problem("several-pages", "--format html"));
            return ExitCode.YourInput;
        }

        if (_sink.Prepare() is { } blocked)
        {
            Fail(blocked);
            return ExitCode.YourInput;
        }

        if (files.Count > 0) ReadAll(files);
        return _stopped ? ExitCode.Interrupted : _ourBug ? ExitCode.OurBug : _yourInput ? ExitCode.YourInput : ExitCode.Done;
    }

    private void ReadAll(IReadOnlyList<string> files)
    {
        _alone = files.Count == 1;
        // What joins by its ids: Gong's parties, Meet's participants.
        var calls = files.Count > 1 ? request.Calls with { Companions = CallCompanions.Gather(files) } : request.Calls;
        if (request.Together)
        {
            if (Load() is { } loaded) Report(Together(loaded, calls, files));
            return;
        }

        using var journal = request.Out is { } folder && files.Count > 1 ? ReadJournal.Open(folder, request, session.Language, calls.Companions!) : null;
        var left = journal is null ? files : Left(files, journal);
        if (left.Count == 0) return;
        // Mails of several files are threads over all of them: they are gathered, and read when every file has been looked at.
        if (files.Count > 1) calls = calls with { Mailbox = new Mailbox() };
        if (Load() is { } parts) ReadEach(parts, calls, left, journal);
    }

    private ReadParts? Load()
    {
        var (parts, problems) = ReadParts.Load(session.Clock, request.Calls.OurZone, request.Declared, request.WithoutListener, request.Settings, request.Consent);
        foreach (var problem in problems) Fail(problem);
        return parts;
    }

    private ReadOutcome Together(ReadParts parts, CallOptions calls, IReadOnlyList<string> files) => Guarded(
        files[0], () => TranscriptReader.ReadTogether(files, file => file == Inputs.StandardInput ? Console.OpenStandardInput() : File.OpenRead(file), calls), parts);

    // What an earlier run has done into the same folder is skipped, and said.
    private List<string> Left(IReadOnlyList<string> files, ReadJournal journal)
    {
        var left = new List<string>();
        foreach (var file in files)
        {
            if (!request.Again && journal.Done(file) is { } names) _sink.Keep(names);
            else left.Add(file);
        }

        if (left.Count < files.Count) session.Terminal.Remark(RunWords.In(session.Language).AlreadyRead.Of(files.Count - left.Count, session.Language));
        return left;
    }

    private void ReadEach(ReadParts parts, CallOptions calls, IReadOnlyList<string> files, ReadJournal? journal)
    {
        using var interrupt = Interrupt.Watch();
        var (done, written) = (0, 0);
        using (var progress = Progress.Of(session.Terminal, session.Words.Progress, files.Count, request.Out is not null))
        {
            _sink.Tells = !progress.Shows;
            foreach (var read in ReadQueue.Run(files, Math.Min(request.Jobs, 512), file => Read(parts, calls, file), interrupt))
            {
                var outcome = read.InItsTurn?.Invoke(Write) ?? read;
                Report(outcome);
                var names = _sink.Written();
                if (outcome is { Problems.Count: 0, Crash: null }) journal?.Write(outcome.File, names);
                (done, written) = (done + 1, written + names.Count);
                progress.Step();
            }
        }

        if (!interrupt.Asked && calls.Mailbox is { IsEmpty: false } mails) Report(Guarded(files[0], () => mails.Threads(calls), parts));
        _stopped = interrupt.Asked && done < files.Count;
        if (!_sink.Tells) Remark(RunWords.In(session.Language).Written, written, request.Out!);
        if (_stopped) Remark(RunWords.In(session.Language).Interrupted, done, files.Count);
    }

    private void Remark(string words, params object[] parts) => session.Terminal.Remark(string.Format(CultureInfo.InvariantCulture, words, parts));

    // A large export holds many calls: it waits for its turn, and none of them for the others.
    private ReadOutcome Read(ReadParts parts, CallOptions calls, string file)
    {
        var onePage = request is { Out: null, Format: ReportFormat.Html };
        if (onePage || file == Inputs.StandardInput || new FileInfo(file) is not { Exists: true, Length: > LargeFile }) return Alone(parts, calls, file);
        return new ReadOutcome(file, [], []) { InItsTurn = take => Alone(parts, calls with { Taker = call => take(Read(parts, call)) }, file) };
    }

    private ReadOutcome Alone(ReadParts parts, CallOptions calls, string file) =>
        Guarded(file, () => file == Inputs.StandardInput ? FromStandardInput(calls) : TranscriptReader.ReadFile(file, calls), parts);

    // The words that moved the trained reader cost as much again as the reading: they are looked for in a call read alone, not in a folder of them.
    private Report Read(ReadParts parts, Calls.Call call) => parts.Read(call, request.AsOf, _alone && request.Format is (ReportFormat.Json or ReportFormat.Html));

    private ReadOutcome Guarded(string file, Func<TranscriptResult> read, ReadParts parts)
    {
        try
        {
            var found = read();
            return new ReadOutcome(file, [.. found.Calls.Select(call => Read(parts, call))], found.Problems);
        }
#pragma warning disable CA1031 // One file's crash is told, and the others still go through.
        catch (Exception crash)
#pragma warning restore CA1031
        {
            return new ReadOutcome(file, [], [], crash);
        }
    }

    private static TranscriptResult FromStandardInput(CallOptions calls)
    {
        using var bytes = Console.OpenStandardInput();
        return TranscriptReader.Read(bytes, Inputs.StandardInput, calls);
    }

    private void Report(ReadOutcome outcome)
    {
        if (outcome.Crash is { } crash)
        {
            Bug.Tell(crash, session.Terminal, session.Words, Plain.Of(outcome.File));
            _ourBug = true;
        }

        foreach (var problem in outcome.Problems) Fail(problem);
        if (request is { Out: null, Format: ReportFormat.Html } && outcome.Reports.Count > 1)
        {
            Fail(CliWords.Problem("several-pages", outcome.File));
            return;
        }

        foreach (var report in outcome.Reports) Write(report);
    }

    private void Write(Report report)
    {
        if (request.Verbose) TellFormat(report.Reading.Call.Source);
        if (_sink.Write(report) is { } problem) Fail(problem);
    }

    private void TellFormat(Calls.CallSource source)
    {
        var why = source.FormatReason?.In(session.Language) ?? "";
        session.Terminal.Remark(string.Format(CultureInfo.InvariantCulture, session.Words.ReadAs, source.File, source.Format, why));
    }

    private void Fail(Problem problem)
    {
        Complaint.Tell(problem, session);
        if (request.Format == ReportFormat.Json) session.Terminal.Whole(ReportJson.Write(problem, session.Language) + "\n");
        _yourInput = true;
    }
}
