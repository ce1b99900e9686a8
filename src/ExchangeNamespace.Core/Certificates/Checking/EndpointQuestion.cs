using System;
using System.Collections.Generic;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Probing;

namespace ExchangeNamespace.Certificates.Checking;

/// <summary>What one server is asked.</summary>
/// <param name="Endpoint">The server.</param>
/// <param name="ServerName">The name that it is asked for; null for none.</param>
/// <param name="StartTls">Whether the conversation begins with SMTP.</param>
internal sealed record EndpointQuestion(ServerEndpoint Endpoint, string? ServerName, bool StartTls)
{
    private static readonly int[] MailPorts = [25, 587, 2525];

    /// <summary>The server of a plan behind an address; null where the endpoint was named by the user.</summary>
    public string? Machine { get; init; }

    /// <summary>The endpoint as results name it.</summary>
    public string Source => Machine is null ? Endpoint.ToString() : $"{Endpoint} ({Machine})";

    /// <summary>Each endpoint with each name, or with its own host where no name was given.</summary>
    public static IReadOnlyList<EndpointQuestion> ReadAll(IEnumerable<string> endpoints, IReadOnlyCollection<string> serverNames,
        bool startTls, ICollection<InputFault> faults)
    {
        List<string?> names = [];
        foreach (string text in serverNames)
        {
            if (NameSyntax.TryNormalise(text, "ServerName", out string? name, out InputFault? fault))
            {
                names.Add(name);
            }
            else
            {
                faults.Add(fault);
            }
        }

        List<EndpointQuestion> questions = [];
        foreach (string text in endpoints)
        {
            if (!ServerEndpoint.TryParse(text, "Endpoint", out ServerEndpoint? endpoint, out InputFault? fault))
            {
                faults.Add(fault);
                continue;
            }

            bool speaksSmtp = startTls || Array.IndexOf(MailPorts, endpoint.Port) >= 0;
            foreach (string? name in serverNames.Count > 0 ? names : [endpoint.IsAddress ? null : endpoint.Host])
            {
                questions.Add(new EndpointQuestion(endpoint, name, speaksSmtp));
            }
        }

        return questions;
    }
}
