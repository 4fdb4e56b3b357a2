using System.Globalization;
using SoftNo.Deals.Imports;
using SoftNo.Server.Deals;
using SoftNo.Storage.Deals;
using SoftNo.Transcripts;
using SoftNo.Transcripts.Mail;

namespace SoftNo.Server.Calls;

/// <summary>Files given at once: transcripts, mails and calendars are read; a CRM's tables go into the database.</summary>
internal sealed class Drop(Readers readers, CallDesk desk, KeptCalls kept, DeskStore database, StoredPipeline pipeline)
{
    private static readonly string[] TableEndings = [".csv", ".tsv", ".json", ".jsonl"];
    private readonly CrmWords _crm = CrmWords.Load(CrmWords.DefaultFolder);
    private readonly ActWords _acts = ActWords.Load(CrmWords.DefaultFolder);

    /// <summary>Reads them; those that cannot be read are told, the others go through.</summary>
    /// <param name="files">The files, by the last part of their names.</param>
    /// <param name="given">What is said of the calls.</param>
    /// <param name="keep">Whether calls are kept in the database.</param>
    /// <param name="consent">Who agreed to their recording, or null.</param>
    /// <param name="gone">Told when nobody waits any more.</param>
    public async Task<Dropped> Take(IEnumerable<(string Name, byte[] Bytes)> files, Given given, bool keep, string? consent, CancellationToken gone)
    {
        var (calls, problems, notes) = (new List<SoftNo.Calls.Call>(), new List<Problem>(), new List<Bilingual>());
        // A thread over several files is one exchange.
        var mails = new Mailbox();
        var options = readers.Options(given) with { Mailbox = mails };
        foreach (var (name, bytes) in files)
        {
            if (TableEndings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) && Table(name, bytes) is { } note)
            {
                notes.Add(note);
                continue;
            }

            using var stream = new MemoryStream(bytes, writable: false);
            var found = TranscriptReader.Read(stream, name, options);
            problems.AddRange(found.Problems);
            calls.AddRange(found.Calls);
        }

        var threads = mails.Threads(options);
        problems.AddRange(threads.Problems);
        calls.AddRange(threads.Calls);
        var ids = new List<string>();
        foreach (var call in calls)
        {
            var shown = await desk.Add(call, given.Declared, gone).ConfigureAwait(false);
            var (stored, problem) = keep ? await kept.Keep(shown, consent, null, gone).ConfigureAwait(false) : (null, null);
            if (problem is not null) problems.Add(problem);
            // Of a call whose words are gone there is no page.
            if (stored is null or { HasWords: true }) ids.Add(stored?.Id ?? shown.Id);
        }

        return desk.Last = new Dropped([.. ids.Distinct()], problems, notes);
    }

    /// <summary>Imports a CRM's table of deals or activities; null where it is neither.</summary>
    private Bilingual? Table(string name, byte[] bytes)
    {
        var deals = new DealFileReader(_crm).Read(bytes, name, new DealFileOptions { Today = pipeline.Day });
        if (deals.File is { } file && file.Deals.Count + file.History.Count > 0)
        {
            var counts = kept.Import(file);
            return DeskWords.Both(words => Fill(words.Drop.Deals, name, counts.New, counts.Changed, counts.Unchanged, file.Skipped.Count, file.Refused.Count + file.Duplicates.Count, Lines(file)));
        }

        if (new ActFileReader(_acts, _crm).Read(bytes, name, pipeline.Day).File is not { } acts) return null;
        // A table without any activity makes no database.
        List<FileAct> rows = [.. acts.Acts];
        if (rows.Count == 0) return null;
        var told = database.WriteOwn(store => new ActImporter(store, database.Clock, readers.Settings.OurZone.Value).Import(acts with { Acts = rows }));
        return told.New + told.Known + told.NoDeal == 0 ? null : DeskWords.Both(words => Fill(words.Drop.Acts, name, told.New, told.Known, told.NoDeal));
    }

    private static string Lines(DealFile file)
    {
        var lines = file.Refused.Select(row => row.Line).Concat(file.Duplicates.Select(row => row.Line)).Order().ToList();
        return lines.Count == 0 ? "–" : string.Join(", ", lines.Take(10)) + (lines.Count > 10 ? ", …" : "");
    }

    private static string Fill(string text, params object[] parts) => string.Format(CultureInfo.InvariantCulture, text, parts);
}
