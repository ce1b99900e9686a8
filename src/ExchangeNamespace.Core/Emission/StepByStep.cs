namespace ExchangeNamespace.Emission;

/// <summary>The comment above lines that come with checks: a shell that gets them all at once goes on after a failure.</summary>
internal static class StepByStep
{
    /// <summary>How the lines are run.</summary>
    public const string GoOn = "Go on only when the check of a step is true; a command that is a comment is run by hand, on purpose.";

    /// <summary>What the lines are, and where and how they are run.</summary>
    public static string Head(string what, ShellGeneration shell) =>
        ScriptComment.Line(
            $"{what}: run in the Exchange Management Shell of {ShellGenerations.Describe(shell)}, step by step, not as a whole.");

    /// <summary>What must be true before the next line is run.</summary>
    public static string Check(string expected) => "Check: " + expected;
}
