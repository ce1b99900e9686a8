using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;

namespace ExchangeNamespace.Kerberos;

/// <summary>
/// The accounts and their names in what <c>setspn -F -Q</c> and <c>setspn -L</c> wrote, or in what a directory answered. Of setspn only
/// lines that are the same in every language of Windows count: an account stands by its distinguished name, and each name of it on an
/// indented line below.
/// </summary>
internal sealed class SpnListing
{
    /// <summary>A forest has no more, and a text without end is read no further.</summary>
    private const int MostLines = 200_000;

    private const int LongestLine = 4096;
    private const string Start = "CN=";
    private const string DomainPart = ",DC=";

    private readonly Dictionary<string, List<string>> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private IReadOnlyDictionary<string, string?>? _owners;
    private List<string>? _current;
    private int _lines;

    /// <summary>A listing of setspn.</summary>
    public SpnListing()
        : this("Pipe the output of setspn -F -Q http/* to this command.")
    {
    }

    /// <summary>A listing.</summary>
    /// <param name="ask">How to learn which accounts of the forest have a name.</param>
    public SpnListing(string ask) => Ask = ask;

    /// <summary>How to learn which accounts of the forest have a name, where this listing does not tell.</summary>
    public string Ask { get; }

    /// <summary>Whether a query over accounts was among the text: only such an answer shows that no other account has a name.</summary>
    public bool IsQuery { get; private set; }

    /// <summary>Whether any account was found, or a directory answered without one.</summary>
    public bool HasAnswer => _accounts.Count > 0 || _owners is not null;

    /// <summary>Whether more lines came than are read.</summary>
    public bool IsCut => _lines > MostLines;

    /// <summary>What is said where more lines came than are read.</summary>
    public InputFault TooLong(string parameter) => new(FaultIds.InputOverLimit, parameter, null,
        $"The text has more than {MostLines} lines. Ask for fewer names, for example setspn -F -Q http/*.contoso.com.");

    /// <summary>Each account with its names.</summary>
    public IEnumerable<(string Account, string Name)> All => _accounts.SelectMany(a => a.Value.Select(n => (a.Key, n)));

    /// <summary>Whether a distinguished name is that of an account: where the directory did not say, its first part is the name.</summary>
    public bool IsOf(string distinguishedName, string account)
    {
        if (_owners is not null && _owners.TryGetValue(account, out string? owner))
        {
            return string.Equals(distinguishedName, owner, StringComparison.OrdinalIgnoreCase);
        }

        string name = account.Substring(account.IndexOf('\\') + 1).TrimEnd('$');
        return distinguishedName.Length > Start.Length + name.Length
            && distinguishedName.StartsWith(Start + name, StringComparison.OrdinalIgnoreCase)
            && distinguishedName[Start.Length + name.Length] == ',';
    }

    /// <summary>Takes in an account of a directory.</summary>
    public void Add(string account, IEnumerable<string> names)
    {
        if (!_accounts.TryGetValue(account, out List<string>? known))
        {
            _accounts.Add(account, known = []);
        }

        known.AddRange(names.Where(n => !known.Contains(n, StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>The directory has answered.</summary>
    /// <param name="isForest">Whether the answer covers the forest.</param>
    /// <param name="owners">Where each account stands; null for one that is not there.</param>
    public void Answered(bool isForest, IReadOnlyDictionary<string, string?> owners)
    {
        IsQuery = isForest;
        _owners = owners;
    }

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
