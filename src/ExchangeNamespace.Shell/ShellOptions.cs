using System.Collections.Generic;
using System.Globalization;

namespace ExchangeNamespace.Shell;

/// <summary>What the command line asks for.</summary>
internal sealed record ShellOptions
{
    public const string Usage = """
        Usage: ExchangeNamespace.Shell [-Module <manifest>] [-Width <columns>] <script.ps1> [arguments]
               ExchangeNamespace.Shell [-Module <manifest>] [-Width <columns>] -Command "<text>"
        Imports the built ExchangeNamespace module and runs the script or the text.
        Exit code: that of the script, or $LASTEXITCODE after a text; else 1 after any error, else 0.
        """;

    public string? ManifestPath { get; init; }

    public int? Width { get; init; }

    public string? Command { get; init; }

    public string? ScriptPath { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Reads a command line.</summary>
    /// <returns>The options; null when the line is not of the form that <see cref="Usage"/> shows.</returns>
    public static ShellOptions? Parse(IReadOnlyList<string> args)
    {
        ShellOptions options = new();
        for (int i = 0; i < args.Count; i += 2)
        {
            if (!args[i].StartsWith('-'))
            {
                return options with { ScriptPath = args[i], Arguments = [.. Rest(args, i + 1)] };
            }

            if (i + 1 == args.Count)
            {
                return null;
            }

            string value = args[i + 1];
            switch (args[i].ToUpperInvariant())
            {
                case "-MODULE":
                    options = options with { ManifestPath = value };
                    break;
                case "-WIDTH" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int width) && width > 0:
                    options = options with { Width = width };
                    break;
                case "-COMMAND" when i + 2 == args.Count:
                    return options with { Command = value };
                default:
                    return null;
            }
        }

        return null;
    }

    private static IEnumerable<string> Rest(IReadOnlyList<string> args, int start)
    {
        for (int i = start; i < args.Count; i++)
        {
            yield return args[i];
        }
    }
}
