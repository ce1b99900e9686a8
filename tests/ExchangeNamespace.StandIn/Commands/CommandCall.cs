using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.StandIn.Binding;
using ExchangeNamespace.StandIn.State;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>One command that has bound: what it was given, and the state it works on.</summary>
internal sealed class CommandCall
{
    private static readonly HashSet<string> NotStored = new(StringComparer.OrdinalIgnoreCase)
    {
        "Identity", "Instance", "DomainController", "TemplateInstance",
    };

    private readonly PSCmdlet _cmdlet;
    private readonly Dictionary<string, object?> _bound = new(StringComparer.OrdinalIgnoreCase);

    public CommandCall(PSCmdlet cmdlet, IDictionary bound, StandInVersion version, StandInState state, bool bindingOnly)
    {
        _cmdlet = cmdlet;
        Entry = CmdletCatalog.Default.Find(cmdlet.MyInvocation.MyCommand.Name)!;
        Version = version;
        State = state;
        BindingOnly = bindingOnly;
        foreach (DictionaryEntry parameter in bound)
        {
            string name = (string)parameter.Key;
            if (Entry.FindParameter(name) is not null)
            {
                _bound[name] = Unwrap(parameter.Value);
            }
        }
    }

    public CmdletEntry Entry { get; }

    public StandInVersion Version { get; }

    public StandInState State { get; }

    /// <summary>True when an object that does not exist is made up instead of missed.</summary>
    public bool BindingOnly { get; }

    public string Verb => Entry.Name[..Entry.Name.IndexOf('-', StringComparison.Ordinal)];

    public string Noun => Entry.Name[(Entry.Name.IndexOf('-', StringComparison.Ordinal) + 1)..];

    public string ParameterSet => _cmdlet.ParameterSetName;

    public IReadOnlyDictionary<string, object?> Bound => _bound;

    public bool Has(string parameter) => _bound.ContainsKey(parameter);

    public object? Value(string parameter) => _bound.TryGetValue(parameter, out object? value) ? value : null;

    public string? Text(string parameter) => Value(parameter)?.ToString() is { Length: > 0 } text ? text : null;

    public bool Switch(string parameter) => Value(parameter) is SwitchParameter { IsPresent: true };

    /// <summary>False under -WhatIf: then nothing may change.</summary>
    public bool Confirmed(string target) => _cmdlet.ShouldProcess(target);

    /// <summary>The server of -Server, or the one that the shell runs on.</summary>
    public StandInContainer ServerOrLocal() => ServerNamed(Text("Server"));

    /// <summary>A server by name; null is the local one.</summary>
    public StandInContainer ServerNamed(string? name)
    {
        if (name is null)
        {
            return State.Servers[0];
        }

        return State.FindServer(name)
            ?? (BindingOnly ? Installation.AddServer(State, name, Version) : throw StandInFault.NotFound("server", name));
    }

    /// <summary>The parameters that become properties, as they are stored.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Settings(params string[] notStored) => _bound
        .Where(p => !NotStored.Contains(p.Key) && !notStored.Contains(p.Key, StringComparer.OrdinalIgnoreCase) && p.Value is not SwitchParameter)
        .Select(p => KeyValuePair.Create(p.Key, p.Value));

    /// <summary>Stores the parameters on an object.</summary>
    public void Store(StandInObject target, params string[] notStored)
    {
        foreach ((string name, object? value) in Settings(notStored))
        {
            target[name] = Stored(target[name], value);
        }
    }

    /// <summary>The form in which an argument is kept: lists as arrays, names as text, an empty text as null.</summary>
    public static object? Stored(object? before, object? argument) => argument switch
    {
        "" => null,
        HostName or ObjectId => argument.ToString(),
        X500DistinguishedName subject => subject.Name,
        ObjectId[] ids => ids.Select(id => id.ToString()).ToArray(),
        MultiValueChange change => ((before as IEnumerable<string>) ?? [])
            .Concat(change.Add)
            .Except(change.Remove, StringComparer.OrdinalIgnoreCase)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray(),
        _ => argument,
    };

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
