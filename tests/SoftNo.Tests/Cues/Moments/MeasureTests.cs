using SoftNo.Evaluation;

namespace SoftNo.Tests.Cues.Moments;

/// <summary>The two measures of moments, held at what was reached.</summary>
public class MeasureTests(ITestOutputHelper output)
{
    [Fact]
    public void The_public_dates_are_read()
    {
        var path = Path.Combine(Root(), Environment.GetEnvironmentVariable("SOFTNO_DATA") ?? "../shared/data", "dates", "recognizers-en", "DateTimeModel.json");
        if (!File.Exists(path)) Assert.Skip($"{path} is absent: set SOFTNO_DATA to the folder of test data.");
        var score = DateSuite.Run(path);
        output.WriteLine($"{score.Cases.Right} of {score.Cases.Of}");
        Assert.True(score.Cases.Right >= 760, $"{score.Cases.Right} of {score.Cases.Of}");
        Assert.Equal(900, score.Cases.Of);
    }

    [Fact]
    public void The_exchanges_are_read()
    {
        var score = StepsSuite.Run(Path.Combine(Root(), "corpus", "steps", "steps.jsonl"));
        output.WriteLine($"grade {score.Grade.Right} of {score.Grade.Of}, time {score.Time.Right} of {score.Time.Of}, nulls kept {score.NullKept.Right} of {score.NullKept.Of}");
        Assert.Equal(320, score.Grade.Of);
        Assert.Equal(220, score.Time.Of);
        Assert.True(score.Grade.Right >= 288, $"grade {score.Grade.Right}");
        Assert.True(score.Time.Right >= 198, $"time {score.Time.Right}");
        Assert.True(score.NullKept.Right >= 90, $"nulls {score.NullKept.Right}");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SoftNo.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the project.");
    }
}
