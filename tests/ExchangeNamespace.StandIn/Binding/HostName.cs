using System;

namespace ExchangeNamespace.StandIn.Binding;

/// <summary>A host or domain name as the shell's Fqdn and Hostname types take it: no scheme, port, path, space or wildcard.</summary>
public sealed class HostName
{
    private readonly string _text;

    /// <summary>Reads a name; the engine calls this to convert a string argument.</summary>
    /// <exception cref="FormatException">Not a host name.</exception>
    public HostName(string text)
    {
        if (!IsValid(text))
        {
            throw new FormatException("'" + text + "' is not a host name.");
        }

        _text = text;
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>True for one or more labels of letters, digits, hyphen and underscore, 63 characters each, 255 in all.</summary>
    public static bool IsValid(string text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 255)
        {
            return false;
        }

        foreach (string label in text.Split('.'))
        {
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            {
                return false;
            }

            foreach (char c in label)
            {
                if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
