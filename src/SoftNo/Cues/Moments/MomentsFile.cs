namespace SoftNo.Cues.Moments;

/// <summary>One file of <c>lexicon/moments</c> under check: what it holds, and where a word of it stands.</summary>
internal sealed class MomentsFile
{
    private readonly string _path;
    private readonly List<Problem> _problems;
    private readonly string[] _lines;

    /// <summary>Opens a file; where it is absent, reading it tells so.</summary>
    public MomentsFile(string folder, string name, List<Problem> problems)
    {
        _path = Path.Combine(folder, "moments", name);
        _problems = problems;
        _lines = File.Exists(_path) ? File.ReadAllLines(_path) : [];
    }

    /// <summary>The content, or null with a problem told.</summary>
    public T? Read<T>()
        where T : class, new() => YamlFile.Read<T>(_path, _path, _problems);

    /// <summary>Tells what is wrong with a word or phrase, at its first place.</summary>
    public void Add(string what, string code, string fr, string en, string cureFr, string cureEn)
    {
        var line = Array.FindIndex(_lines, text => what.Length > 0 && text.Contains(what, StringComparison.Ordinal));
        _problems.Add(new Problem(
            _path, line < 0 ? null : line + 1, line < 0 ? null : _lines[line].IndexOf(what, StringComparison.Ordinal) + 1, code,
            new Bilingual(French(fr) + ".", en + "."), new Bilingual(French(cureFr), cureEn)));
    }

    private static string French(string text) => text.Replace(" : ", "\u00a0: ", StringComparison.Ordinal).Replace(" ; ", "\u202f; ", StringComparison.Ordinal).Replace("« ", "«\u00a0", StringComparison.Ordinal).Replace(" »", "\u00a0»", StringComparison.Ordinal);
}
