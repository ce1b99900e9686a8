using System;
using System.Collections.Concurrent;
using System.Text;

namespace ExchangeNamespace.Integration.Tests.FrontEnd;

/// <summary>What the Authorization header of one request comes to.</summary>
internal enum LogonStep
{
    /// <summary>The connection belongs to no user, and the request names none.</summary>
    Anonymous,

    /// <summary>The challenge of the second message is due.</summary>
    Challenge,

    /// <summary>A user is known.</summary>
    LoggedOn,

    /// <summary>The message does not fit the state of the connection.</summary>
    Refused,
}

/// <summary>
/// Who a TCP connection belongs to. NTLM and Negotiate log on a connection, as in IIS: every later request on it is the user's, whatever client sent
/// it. Basic logs on one request.
/// </summary>
internal sealed class ConnectionLogons
{
    private readonly ConcurrentDictionary<string, string> _users = new();
    private readonly ConcurrentDictionary<string, bool> _challenged = new();

    /// <summary>The token of one leg in place of Kerberos: it names its user and is no ticket.</summary>
    public static string Ticket(string user) => Convert.ToBase64String(Encoding.UTF8.GetBytes("ticket:" + user));

    /// <summary>Takes the header of one request.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="authorization">The Authorization header; null without one.</param>
    public (LogonStep Step, string? User) Take(string connection, string? authorization)
    {
        string[] parts = authorization?.Split(' ', 2) ?? [];
        if (parts.Length < 2 || parts[1].Length == 0)
        {
            return _users.TryGetValue(connection, out string? user) ? (LogonStep.LoggedOn, user) : (LogonStep.Anonymous, null);
        }

        byte[] token;
        try
        {
            token = Convert.FromBase64String(parts[1]);
        }
        catch (FormatException)
        {
            return (LogonStep.Refused, null);
        }

        return parts[0].ToUpperInvariant() switch
        {
            "BASIC" => (LogonStep.LoggedOn, Encoding.UTF8.GetString(token).Split(':')[0]),
            "NTLM" => TakeNtlm(connection, token),
            "NEGOTIATE" => NtlmMessage.KindOf(token) is null ? TakeTicket(connection, token) : TakeNtlm(connection, token),
            _ => (LogonStep.Refused, null),
        };
    }

    private (LogonStep Step, string? User) TakeNtlm(string connection, byte[] message)
    {
        switch (NtlmMessage.KindOf(message))
        {
            case 1:
                _users.TryRemove(connection, out _);
                _challenged[connection] = true;
                return (LogonStep.Challenge, null);
            case 3 when _challenged.TryRemove(connection, out _) && NtlmMessage.UserOf(message) is { } user:
                _users[connection] = user;
                return (LogonStep.LoggedOn, user);
            default:
                return (LogonStep.Refused, null);
        }
    }

    private (LogonStep Step, string? User) TakeTicket(string connection, byte[] token)
    {
        string text = Encoding.UTF8.GetString(token);
        if (!text.StartsWith("ticket:", StringComparison.Ordinal))
        {
            return (LogonStep.Refused, null);
        }

        return (LogonStep.LoggedOn, _users[connection] = text["ticket:".Length..]);
    }
}
