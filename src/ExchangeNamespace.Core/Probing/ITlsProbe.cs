using System;
using System.Threading;
using System.Threading.Tasks;

namespace ExchangeNamespace.Probing;

/// <summary>Opens a TLS connection to see what a server presents. Nothing is trusted, nothing is sent after the handshake.</summary>
internal interface ITlsProbe
{
    /// <summary>Asks one server once. Whatever the server does is an observation, never an exception.</summary>
    /// <param name="target">The server and the name to ask it for.</param>
    /// <param name="timeout">How long all of it may take.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Task<TlsObservation> ProbeAsync(ProbeTarget target, TimeSpan timeout, CancellationToken cancel);
}

/// <summary>Speaks to a mail server as far as STARTTLS. It sends EHLO, STARTTLS and QUIT, and nothing else.</summary>
internal interface ISmtpProbe
{
    /// <summary>Asks one server once. Whatever the server does is an observation, never an exception.</summary>
    /// <param name="target">The server and the name to ask it for in TLS.</param>
    /// <param name="helloName">The name to give in EHLO, a host name or an address literal.</param>
    /// <param name="timeout">How long all of it may take.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Task<SmtpObservation> ProbeAsync(ProbeTarget target, string helloName, TimeSpan timeout, CancellationToken cancel);
}
