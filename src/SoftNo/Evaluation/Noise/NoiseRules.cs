using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SoftNo.Evaluation.Noise;

/// <summary>How a typed call is made to look like a machine's transcript: corpus/noise.yml.</summary>
public sealed class NoiseRules
{
    /// <summary>Name of the file in the corpus.</summary>
    public const string FileName = "noise.yml";

    /// <summary>Seed of every draw.</summary>
    public int Seed { get; set; }

    /// <summary>Share of the words with a filler before them, 0 to 1.</summary>
    public double Fillers { get; set; }

    /// <summary>The fillers.</summary>
    public List<string> FillerWords { get; set; } = [];

    /// <summary>Share of the words said twice, 0 to 1.</summary>
    public double Repeats { get; set; }

    /// <summary>Share of the words of <see cref="Mishearings"/> that are misheard, 0 to 1.</summary>
    public double Misheard { get; set; }

    /// <summary>By word in lower case, what is heard instead.</summary>
    public Dictionary<string, string> Mishearings { get; set; } = [];

    /// <summary>Reads a file; an unknown key, a missing file or a share that is none is a problem.</summary>
    public static NoiseRulesResult Load(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            var rules = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<NoiseRules>(reader);
            if (new[] { rules.Fillers, rules.Repeats, rules.Misheard }.All(share => share is >= 0 and <= 1) && (rules.Fillers == 0 || rules.FillerWords.Count > 0)) return new(rules, null);
            return Bad(null, "a share is not between 0 and 1");
        }
        catch (YamlException error)
        {
            return Bad((int)error.Start.Line, error.InnerException?.Message ?? error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Bad(null, error.Message);
        }

        NoiseRulesResult Bad(int? line, string what) => new(null, new(
            file, line, null, "bad-noise", new($"Les règles du bruit ne se lisent pas : {what}", $"The rules of the noise cannot be read: {what}"),
            new("Corrigez le fichier, ou remettez celui du corpus.", "Correct the file, or put back the corpus's.")));
    }
}

/// <summary>The rules, or what is wrong with their file.</summary>
public sealed record NoiseRulesResult(NoiseRules? Rules, Problem? Problem);
