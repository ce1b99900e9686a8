namespace ExchangeNamespace.Documentation.Tests.Pages;

/// <summary>A block of commands on a page.</summary>
/// <param name="Line">The line of its first command, counted from 1.</param>
/// <param name="Code">The commands.</param>
/// <param name="Output">What the page says that they print; null where the page shows nothing.</param>
/// <param name="CodeEnd">The index of the line behind the block.</param>
/// <param name="OutputStart">The index of the line that opens the output; -1 without one.</param>
/// <param name="OutputEnd">The index of the line behind the output; -1 without one.</param>
/// <param name="NotRun">Why the checks do not run it, as the page says; null where they do.</param>
internal sealed record CommandBlock(int Line, string Code, string? Output, int CodeEnd, int OutputStart, int OutputEnd, string? NotRun)
{
    /// <summary>What it is to print.</summary>
    public string Shown => Output ?? string.Empty;
}
