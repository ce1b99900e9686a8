using System;
using System.Diagnostics.CodeAnalysis;
using ExchangeNamespace.Builds;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Emission;

/// <summary>The Exchange Management Shells that cannot run each other's lines.</summary>
public enum ShellGeneration
{
    /// <summary>Exchange 2007, PowerShell 1.0.</summary>
    Exchange2007,

    /// <summary>Exchange 2010, PowerShell 2.0.</summary>
    Exchange2010,

    /// <summary>Exchange 2013.</summary>
    Exchange2013,

    /// <summary>Exchange 2016, 2019 and Subscription Edition.</summary>
    Exchange2016,
}

/// <summary>Finds the shell of a version.</summary>
public static class ShellGenerations
{
    /// <summary>The shell that runs the lines of a version.</summary>
    /// <param name="version">A version.</param>
    /// <returns>Its shell.</returns>
    public static ShellGeneration Of(ExchangeVersion version) => version.Product switch
    {
        ExchangeProduct.Exchange2007 => ShellGeneration.Exchange2007,
        ExchangeProduct.Exchange2010 => ShellGeneration.Exchange2010,
        ExchangeProduct.Exchange2013 => ShellGeneration.Exchange2013,
        ExchangeProduct.Exchange2016 or ExchangeProduct.Exchange2019 or ExchangeProduct.ExchangeSE => ShellGeneration.Exchange2016,
        _ => throw new ArgumentOutOfRangeException(nameof(version), version.Product, "No shell is known for the product."),
    };

    /// <summary>The shell in words.</summary>
    /// <param name="generation">A shell.</param>
    /// <returns>For example <c>Exchange 2016, 2019 and SE</c>.</returns>
    public static string Describe(ShellGeneration generation) => generation == ShellGeneration.Exchange2016
        ? "Exchange 2016, 2019 and SE"
        : "Exchange " + Product(generation);

    /// <summary>The product that gives the shell its name, as a version text.</summary>
    /// <param name="generation">A shell.</param>
    /// <returns>For example <c>2016</c>.</returns>
    public static string Product(ShellGeneration generation) => generation.ToString().Substring("Exchange".Length);

    /// <summary>Reads which shell is meant. Here 2007 alone is enough: all its service packs share one shell.</summary>
    /// <param name="text">A version.</param>
    /// <param name="parameter">Where it came from, for the fault.</param>
    /// <param name="generation">The shell.</param>
    /// <param name="fault">Why it was refused.</param>
    /// <returns>Whether the text names a version.</returns>
    public static bool TryParse(string? text, string parameter, out ShellGeneration generation, [NotNullWhen(false)] out InputFault? fault)
    {
        generation = ShellGeneration.Exchange2007;
        if (ExchangeVersionReader.TryParse(text, parameter, out ExchangeVersion? version, out fault))
        {
            generation = Of(version);
            return true;
        }

        if (fault.Id == FaultIds.VersionAmbiguous)
        {
            fault = null;
            return true;
        }

        return false;
    }
}
