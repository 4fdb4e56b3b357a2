namespace SoftNo.Cli;

/// <summary>What the command tells the shell: our bug and the user's input are told apart.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Our bug: an exception nobody expected.</summary>
    public const int OurBug = 1;

    /// <summary>Something the user gave cannot be used; the message names it and its cure.</summary>
    public const int YourInput = 2;

    /// <summary>The user stopped the run (Ctrl-C); what is written is complete.</summary>
    public const int Interrupted = 130;
}
