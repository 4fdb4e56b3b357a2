using NodaTime;
using SoftNo.Settings;

namespace SoftNo.Tests.Settings;

public sealed class SettingsTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("settings").FullName;
    private readonly Dictionary<string, string> _environment = [];

    public SettingsTests() => _environment[SettingsHome.Variable] = _home;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    private SettingsResult Read(string? file = null, SettingsFlags? flags = null)
    {
        if (file is not null) File.WriteAllText(Path.Combine(_home, "settings.yml"), file);
        return SettingsReader.Read(name => _environment.GetValueOrDefault(name), flags ?? new SettingsFlags());
    }

    [Fact]
    public void Without_a_file_everything_is_default()
    {
        var settings = Read().Settings!;
        Assert.Equal((Origin.Default, "Europe/Paris"), (settings.OurZone.Origin, settings.OurZone.Value.Id));
        Assert.Equal((new LocalTime(9, 0), new LocalTime(19, 0)), (settings.Hours.Value.From, settings.Hours.Value.To));
        Assert.Empty(settings.CaseStudies.Value);
        Assert.True(settings.ConsentDemanded.Value);
    }

    [Fact]
    public void Each_value_says_where_it_comes_from()
    {
        _environment["SOFTNO_HOURS"] = "8h30-18h";
        var settings = Read(
            "us:\n  names: [Camille Roy, Hugo]\n  domains: lumenor.example\nzones:\n  ours: Europe/Lisbon\n  theirs: America/Chicago\nhours: 10-18\nconsent: non\n",
            new SettingsFlags { OurZone = "Europe/Berlin" }).Settings!;
        Assert.Equal(new Setting<DateTimeZone>(DateTimeZoneProviders.Tzdb["Europe/Berlin"], Origin.Flag, "--our-zone"), settings.OurZone);
        Assert.Equal((new LocalTime(8, 30), Origin.Environment, "SOFTNO_HOURS"), (settings.Hours.Value.From, settings.Hours.Origin, settings.Hours.Where));
        Assert.Equal(("America/Chicago", "settings.yml:6"), (settings.TheirZone.Value!.Id, settings.TheirZone.Where));
        Assert.Equal(["Camille Roy", "Hugo"], settings.Names.Value);
        Assert.Equal(["lumenor.example"], settings.Domains.Value);
        Assert.False(settings.ConsentDemanded.Value);
    }

    [Theory]
    [InlineData("us:\n  names: [A\nhours: 9-19\n", "settings-broken", 2)]
    [InlineData("us:\n  names: [Camille\n", "settings-broken", 3)]
    [InlineData("zones:\n  ours: Paris\n", "settings-wrong-value", 2)]
    [InlineData("hours: 19-9\n", "settings-wrong-value", 1)]
    [InlineData("\nhour: 9-19\n", "settings-unknown-key", 2)]
    [InlineData("zones:\n  our: Europe/Paris\n", "settings-unknown-key", 2)]
    [InlineData("case-studies:\n  - industry: freight\n", "settings-wrong-value", 2)]
    [InlineData("case-studies:\n  - industry: freight\n    name: a story that is told in far too many words\n", "settings-wrong-value", 3)]
    [InlineData("- Camille\n", "settings-broken", 1)]
    [InlineData("us:\n  address: camille\n", "settings-wrong-value", 2)]
    public void A_broken_file_is_an_error_with_its_line_and_cure(string file, string code, int line)
    {
        var result = Read(file);
        Assert.Null(result.Settings);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((code, line), (problem.Code, problem.Line));
        Assert.EndsWith("settings.yml", problem.File, StringComparison.Ordinal);
        Assert.NotEqual("", problem.Cure.Fr);
    }

    [Fact]
    public void A_wrong_option_is_told_by_its_name()
    {
        var problem = Assert.Single(Read(flags: new SettingsFlags { Hours = "noon" }).Problems);
        Assert.Equal(("--hours", "settings-wrong-value"), (problem.File, problem.Code));
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        var first = Read("us:\n  names: [\"Zoë \\\"Z\\\" Roy\"]\n  address: z@lumenor.example\nhours: 9:30-18\nsignature: |\n  Zoë\n  Lumenor\ncase-studies:\n  - industry: freight\n    name: the Norvik story\n    link: https://lumenor.example/n\n    words: [trucks, yard]\n").Settings!;
        var second = Read(SettingsWriter.Write(first)).Settings!;
        Assert.Equal(first.Names.Value, second.Names.Value);
        Assert.Equal(first.Hours.Value, second.Hours.Value);
        Assert.Equal(first.Signature.Value, second.Signature.Value);
        Assert.Equal("Zoë\nLumenor\n", second.Signature.Value);
        var (one, other) = (first.CaseStudies.Value[0], second.CaseStudies.Value[0]);
        Assert.Equal((one.Industry, one.Name, one.Link), (other.Industry, other.Name, other.Link));
        Assert.Equal(["trucks", "yard"], other.Words);
        Assert.Null(second.TheirZone.Value);
    }
}
