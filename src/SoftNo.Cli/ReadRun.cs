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
internal sealed record ReadOutcome(string File, IReadOnlyList<Report> Reports, IReadOnlyList<Problem> Problems, Exception? Crash = null);

/// <summary>One run of <c>softno read</c>: the files are read side by side and reported in their order.</summary>
internal sealed class ReadRun(Session session, ReadRequest request)
{
    private readonly ReportSink _sink = new(session, request);
    private bool _ourBug;
    private bool _yourInput;

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
        return _ourBug ? ExitCode.OurBug : _yourInput ? ExitCode.YourInput : ExitCode.Done;
    }

    private void ReadAll(IReadOnlyList<string> files)
    {
        var (parts, problems) = ReadParts.Load(session.Clock, request.Calls.OurZone, request.Declared, request.WithoutListener, request.Settings);
        foreach (var problem in problems) Fail(problem);
        if (parts is null) return;
        // What joins by its ids: Gong's parties, Meet's participants.
        var calls = files.Count > 1 ? request.Calls with { Companions = CallCompanions.Gather(files) } : request.Calls;
        if (request.Together)
        {
            Report(Together(parts, calls, files));
            return;
        }

        // Mails of several files are threads over all of them: they are gathered, and read when every file has been looked at.
        if (files.Count > 1) calls = calls with { Mailbox = new Mailbox() };
        using var progress = Progress.Of(session.Terminal, session.Words.Progress, files.Count, request.Out is not null);
        IEnumerable<ReadOutcome> outcomes = files.Count == 1
            ? new[] { Read(parts, calls, files[0]) }
            : files.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(request.Jobs, 512)).WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(file => Read(parts, calls, file));
        foreach (var outcome in outcomes)
        {
            Report(outcome);
            progress.Step();
        }

        if (calls.Mailbox is { IsEmpty: false } mails) Report(Guarded(files[0], () => mails.Threads(calls), parts));
    }

    private ReadOutcome Together(ReadParts parts, CallOptions calls, IReadOnlyList<string> files) => Guarded(
        files[0], () => TranscriptReader.ReadTogether(files, file => file == Inputs.StandardInput ? Console.OpenStandardInput() : File.OpenRead(file), calls), parts);

    private ReadOutcome Read(ReadParts parts, CallOptions calls, string file) =>
        Guarded(file, () => file == Inputs.StandardInput ? FromStandardInput(calls) : TranscriptReader.ReadFile(file, calls), parts);

    private ReadOutcome Guarded(string file, Func<TranscriptResult> read, ReadParts parts)
    {
        try
        {
            var found = read();
            return new ReadOutcome(file, [.. found.Calls.Select(call => parts.Read(call, request.AsOf, request.Format is ReportFormat.Json or ReportFormat.Html))], found.Problems);
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

        foreach (var report in outcome.Reports)
        {
            if (request.Verbose) TellFormat(report.Reading.Call.Source);
            if (_sink.Write(report) is { } problem) Fail(problem);
        }
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
