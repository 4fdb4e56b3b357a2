using System.Globalization;

namespace SoftNo.Cli;

/// <summary>Tells the user what is wrong with what he gave: the place, the problem, the cure, on one line of standard error.</summary>
internal static class Complaint
{
    /// <summary>The line of a problem.</summary>
    public static string Line(Problem problem, string language) =>
        string.Format(CultureInfo.InvariantCulture, "{0}: {1} → {2}", problem.Place, problem.Text.In(language), problem.Cure.In(language));

    /// <summary>Tells a problem on standard error.</summary>
    public static void Tell(Problem problem, Session session) => session.Terminal.ErrorLine(Line(problem, session.Language));
}
