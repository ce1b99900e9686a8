using System.Collections.Generic;

namespace ExchangeNamespace.Check;

/// <summary>What the command line asks for.</summary>
/// <param name="Configuration">Debug or Release.</param>
/// <param name="Installs">Whether missing Debian packages are installed where that is possible.</param>
internal sealed record CheckOptions(string Configuration = "Debug", bool Installs = true)
{
    /// <summary>How to call it.</summary>
    public const string Usage =
        "usage: dotnet run --project tests/ExchangeNamespace.Check -- [--configuration Debug|Release] [--no-install]";

    /// <summary>Reads a command line; null where it is not understood.</summary>
    public static CheckOptions? Read(IReadOnlyList<string> arguments)
    {
        CheckOptions options = new();
        for (int i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--no-install":
                    options = options with { Installs = false };
                    break;
                case "--configuration" when i + 1 < arguments.Count && arguments[i + 1] is "Debug" or "Release":
                    options = options with { Configuration = arguments[++i] };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
