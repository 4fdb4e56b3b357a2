using System.Text;
using NodaTime;
using SoftNo.Calls;
using SoftNo.Deals.Imports;
using SoftNo.Transcripts;

namespace SoftNo.Fuzz;

/// <summary>What is fed with hostile bytes, and what must hold of whatever comes out.</summary>
internal static class Targets
{
    private static readonly CallOptions Options = new() { MaxBytes = 4_000_000, Us = ["Camille", "softno.fr"], OurDomains = ["softno.fr"] };

    private static readonly DealFileReader Tables = new(CrmWords.Load(CrmWords.DefaultFolder));

    /// <summary>Each target by its name.</summary>
    public static readonly IReadOnlyDictionary<string, Action<Stream>> All = new Dictionary<string, Action<Stream>>
    {
        ["transcripts"] = stream => Read(stream, "fuzz"),
        ["mail"] = stream => Read(stream, "fuzz.eml"),
        ["calendar"] = stream => Read(stream, "fuzz.ics"),
        ["tables"] = ReadTable,
    };

    /// <summary>What one input gave, so that inputs that give something new are kept.</summary>
    public static string Signature { get; private set; } = "";

    private static void Read(Stream stream, string file)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        var result = TranscriptReader.Read(bytes, file, Options);
        if (result.Calls.Count + result.Problems.Count == 0 && bytes.Length > 0) throw new BrokenPromiseException("neither a call nor a problem");
        foreach (var call in result.Calls) Check(call);
        Signature = Signed(result);
    }

    private static void ReadTable(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var result = Tables.Read(bytes.ToArray(), "fuzz.csv", new DealFileOptions { Today = new LocalDate(2026, 11, 17) });
        if (result.File is null == result.Problem is null) throw new BrokenPromiseException("neither a table nor a problem");
        Signature = result.File is { } file ? $"{file.Source}{file.IsHistory}{Scale(file.Deals.Count)}" : result.Problem!.Code;
    }

    private static void Check(Call call)
    {
        for (var i = 0; i < call.Turns.Count; i++)
        {
            var turn = call.Turns[i];
            if (turn.Index != i) throw new BrokenPromiseException("a turn's index is not its place");
            if (turn.Text.Length == 0 || turn.Text != string.Join(' ', turn.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))) throw new BrokenPromiseException("white space is left");
            if (turn.Speaker != Call.Nobody && (turn.Speaker < 0 || turn.Speaker >= call.Speakers.Count)) throw new BrokenPromiseException("a speaker that is not there");
            if (turn.EndMs < turn.StartMs) throw new BrokenPromiseException("a turn that ends before it begins");
            if (turn.Confidence is < 0 or > 1) throw new BrokenPromiseException("a confidence that is none");
            _ = call.MomentOf(turn);
        }
    }

    private static string Signed(TranscriptResult result)
    {
        var text = new StringBuilder();
        foreach (var problem in result.Problems.Take(4)) text.Append(problem.Code).Append(problem.Line is null ? '-' : '+');
        foreach (var call in result.Calls.Take(4))
        {
            text.Append('|').Append(call.Source.Format).Append(Scale(call.Turns.Count)).Append(Scale(call.Speakers.Count)).Append(call.Source.StartedAtBasis).Append(call.Source.Language);
            foreach (var warning in call.Warnings) text.Append(warning.Code);
        }

        return text.ToString();
    }

    private static int Scale(int count) => count < 4 ? count : 4 + (int)Math.Log2(count);
}

/// <summary>A reading that breaks what every reading promises.</summary>
internal sealed class BrokenPromiseException(string promise) : Exception(promise);
