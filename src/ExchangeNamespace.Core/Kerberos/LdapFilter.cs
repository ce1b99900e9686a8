using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace ExchangeNamespace.Kerberos;

/// <summary>
/// Filters of LDAP. Every value passes the one method that escapes it (RFC 4515, section 3): what is not a plain letter, digit or mark of
/// a name stands as its bytes, so that no value can be more than a value.
/// </summary>
internal static class LdapFilter
{
    private const string Plain = "-_./:$ @,=";

    /// <summary>Objects whose attribute has a value.</summary>
    public static string Equal(string attribute, string value) => "(" + attribute + "=" + Escape(value) + ")";

    /// <summary>Objects whose attribute has one of several values.</summary>
    public static string AnyOf(string attribute, IEnumerable<string> values) =>
        "(|" + string.Concat(values.Select(v => Equal(attribute, v))) + ")";

    /// <summary>The value as it may stand in a filter.</summary>
    public static string Escape(string value)
    {
        StringBuilder text = new(value.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(value))
        {
            char c = (char)b;
            if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || Plain.IndexOf(c) >= 0)
            {
                text.Append(c);
            }
            else
            {
                text.Append('\\').Append(b.ToString("x2", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }
}
