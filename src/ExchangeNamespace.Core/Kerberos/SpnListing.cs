using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Kerberos;

/// <summary>
/// The accounts and their names in what <c>setspn -F -Q</c> and <c>setspn -L</c> wrote. Only lines that are the same in every language of
/// Windows count: an account stands by its distinguished name, and each name of it on an indented line below.
/// </summary>
internal sealed class SpnListing
{
    /// <summary>A forest has no more, and a text without end is read no further.</summary>
    private const int MostLines = 200_000;

    private const int LongestLine = 4096;
    private const string Start = "CN=";
    private const string DomainPart = ",DC=";

    private readonly Dictionary<string, List<string>> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private List<string>? _current;
    private int _lines;

    /// <summary>Whether a query over accounts was among the text: only such an answer shows that no other account has a name.</summary>
    public bool IsQuery { get; private set; }

    /// <summary>Whether any account was found.</summary>
    public bool HasAccounts => _accounts.Count > 0;

    /// <summary>Whether more lines came than are read.</summary>
    public bool IsCut => _lines > MostLines;

    /// <summary>What is said where more lines came than are read.</summary>
    public InputFault TooLong(string parameter) => new(FaultIds.InputOverLimit, parameter, null,
        $"The text has more than {MostLines} lines. Ask for fewer names, for example setspn -F -Q http/*.contoso.com.");

    /// <summary>Each account with its names.</summary>
    public IEnumerable<(string Account, string Name)> All => _accounts.SelectMany(a => a.Value.Select(n => (a.Key, n)));

    /// <summary>Reads a text, which may have several lines.</summary>
    public void Read(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            if (++_lines <= MostLines && line.Length <= LongestLine)
            {
                ReadLine(line.TrimEnd());
            }
        }
    }

    private void ReadLine(string line)
    {
        int account = line.IndexOf(Start, StringComparison.OrdinalIgnoreCase);
        if (line.Length == 0)
        {
            _current = null;
        }
        else if (account >= 0 && !char.IsWhiteSpace(line[0]) && line.IndexOf(DomainPart, account, StringComparison.OrdinalIgnoreCase) > 0)
        {
            IsQuery |= account == 0;
            string name = line.Substring(account).TrimEnd(':');
            if (!_accounts.TryGetValue(name, out _current))
            {
                _accounts.Add(name, _current = []);
            }
        }
        else if (_current is not null && char.IsWhiteSpace(line[0]) && line.IndexOf('/') > 0)
        {
            string name = line.Trim();
            if (!_current.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _current.Add(name);
            }
        }
    }
}
