using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ExchangeNamespace.StandIn.Commands;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn;

/// <summary>
/// A stand-in Exchange organisation of one version: a real PowerShell runspace in which each cmdlet of the version binds as the
/// catalogue says, over a state that can be read. Not thread-safe; use one for each test.
/// </summary>
public sealed class StandInExchange : IDisposable
{
    private readonly List<StandInCall> _calls = [];
    private Runspace? _runspace;

    private StandInExchange(StandInVersion version, IEnumerable<string> servers, bool bindingOnly, bool hasShell = true)
    {
        Version = version;
        BindingOnly = bindingOnly;
        State.Files.Lenient = bindingOnly;
        Installation.Prepare(State);
        foreach (string server in servers)
        {
            Installation.AddServer(State, server, version);
        }

        if (hasShell)
        {
            _runspace = RunspaceStore.Take(version);
            RunspaceStore.Bridge(_runspace).Current = this;
        }
    }

    /// <summary>The version stood in for.</summary>
    public StandInVersion Version { get; }

    /// <summary>True when an object that does not exist is made up, so that only binding is tested.</summary>
    public bool BindingOnly { get; }

    /// <summary>What the organisation holds.</summary>
    public StandInState State { get; } = new();

    /// <summary>An organisation with servers, the first of them the one that the shell runs on.</summary>
    /// <param name="version">A version key, or a key with a cumulative update: <c>2010</c>, <c>2013RTM</c>, <c>2013SP1</c>, <c>2016CU22</c>.</param>
    /// <param name="servers">Servers as <c>name</c>, <c>name.domain</c> or <c>name.domain@site</c>; at least one.</param>
    /// <exception cref="ArgumentException">An unknown version, or no server.</exception>
    public static StandInExchange Create(string version, params string[] servers)
    {
        ArgumentNullException.ThrowIfNull(servers);
        if (servers.Length == 0)
        {
            throw new ArgumentException("An organisation has at least one server.", nameof(servers));
        }

        return new StandInExchange(StandInVersion.Parse(version), servers, bindingOnly: false);
    }

    /// <summary>An organisation that knows every object it is asked for: a line fails only where it does not bind.</summary>
    /// <param name="version">As in <see cref="Create"/>.</param>
    public static StandInExchange CreateForBinding(string version) => new(StandInVersion.Parse(version), ["LOCAL.contoso.com"], bindingOnly: true);

    /// <summary>An organisation for a shell that another owns; <see cref="Invoke"/> cannot be used.</summary>
    internal static StandInExchange CreateWithoutShell(string version, string[] servers) =>
        new(StandInVersion.Parse(version), servers, bindingOnly: false, hasShell: false);

    /// <summary>
    /// Runs a line in the global scope of the shell, as <c>Invoke-Expression</c> does at a prompt.
    /// Variables stay for the next line. Static calls of <c>[System.IO.File]</c> go to <see cref="StandInState.Files"/>.
    /// </summary>
    public StandInResult Invoke(string line)
    {
        _calls.Clear();
        using PowerShell shell = PowerShell.Create(_runspace ?? throw new ObjectDisposedException(nameof(StandInExchange)));
        shell.AddScript(LineRewriter.Rewrite(line), useLocalScope: false);
        var errors = new List<ErrorRecord>();
        IReadOnlyList<PSObject> output = [];
        try
        {
            output = shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            errors.Add(exception.ErrorRecord);
        }

        return new StandInResult(line, output, [.. shell.Streams.Error, .. errors], [.. _calls]);
    }

    /// <summary>Runs many lines, one after another; a failing line does not stop the next.</summary>
    public IReadOnlyList<StandInResult> InvokeAll(IEnumerable<string> lines) => [.. lines.Select(Invoke)];

    /// <summary>Adds a named object of the organisation, for example a <c>ClusteredMailboxServer</c>.</summary>
    public StandInObject AddOrganizationObject(string kind, string name) => Installation.Named(State.Organization, kind, name);

    /// <summary>Gives the runspace back.</summary>
    public void Dispose()
    {
        if (_runspace is { } runspace)
        {
            _runspace = null;
            RunspaceStore.Bridge(runspace).Current = null;
            RunspaceStore.Return(Version, runspace);
        }
    }

    /// <summary>Servers that do not answer.</summary>
    public ISet<string> Unreachable { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The number of the call that fails, from 1, counted since <see cref="Count"/> was set to 0; 0 for none.</summary>
    public int FailingCall { get; set; }

    /// <summary>Whether the failing call has done its work when the connection is lost.</summary>
    public bool FailsAfterwards { get; set; }

    /// <summary>Whether every later call fails too.</summary>
    public bool StaysDown { get; set; }

    /// <summary>The calls that bound so far.</summary>
    public int Count { get; set; }

    internal void Record(StandInCall call)
    {
        _calls.Add(call);
        Count++;
        object? server = call.Parameters.TryGetValue("Server", out object? named) ? named
            : call.Parameters.TryGetValue("Identity", out object? identity) ? identity : null;
        if (server?.ToString() is { } text && Unreachable.Contains(text.Split('\\')[0]))
        {
            throw StandInFault.Invalid("The server '" + text.Split('\\')[0] + "' does not answer.");
        }
    }

    internal void Fail(bool afterwards)
    {
        if ((Count == FailingCall || (StaysDown && FailingCall > 0 && Count > FailingCall)) && FailsAfterwards == afterwards)
        {
            throw StandInFault.Invalid("The connection was lost at call " + Count.ToString(CultureInfo.InvariantCulture) + ".");
        }
    }
}
