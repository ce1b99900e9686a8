using System;
using System.Management.Automation.Runspaces;

namespace ExchangeNamespace.Shell.Hosting;

/// <summary>One word after the script on a command line.</summary>
internal static class ScriptArgument
{
    /// <summary><c>-Name</c> names a parameter, <c>-Name:value</c> gives it a value, anything else is a value.</summary>
    /// <param name="word">The word.</param>
    public static CommandParameter Parse(string word)
    {
        bool isName = word.Length > 1 && word[0] == '-' && char.IsLetter(word[1]);
        if (!isName)
        {
            return new CommandParameter(name: null, word);
        }

        int colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new CommandParameter(word) : new CommandParameter(word[1..colon], Literal(word[(colon + 1)..]));
    }

    private static object Literal(string text) => text switch
    {
        "$true" => true,
        "$false" => false,
        _ => text,
    };
}
