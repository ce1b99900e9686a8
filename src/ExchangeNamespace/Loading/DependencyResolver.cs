using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace ExchangeNamespace.Loading;

/// <summary>
/// Answers the module's own requests for the libraries in bin/lib, and no others: the process may hold other versions
/// of the same libraries for other modules.
/// </summary>
internal sealed class DependencyResolver
{
    private static readonly object Gate = new();

    private static readonly DependencyResolver Current = new(
        typeof(DependencyResolver).Assembly,
        Path.GetDirectoryName(typeof(DependencyResolver).Assembly.Location),
        isDesktop: !PrivateLoadContext.IsSupported,
        PrivateLoadContext.Load);

    private static int Attached;

    private readonly Assembly _module;
    private readonly bool _isDesktop;
    private readonly Func<string, Assembly> _load;
    private readonly Lazy<IReadOnlyList<PrivateLibrary>> _libraries;
    private readonly ConcurrentDictionary<string, Assembly> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<Assembly, Feature> _owners = new();

    /// <summary>A resolver for one module in one kind of process.</summary>
    /// <param name="module">The module's assembly.</param>
    /// <param name="moduleFolder">The folder that holds lib/.</param>
    /// <param name="isDesktop">Windows PowerShell, else PowerShell 7.</param>
    /// <param name="load">Loads the file at a path.</param>
    public DependencyResolver(Assembly module, string moduleFolder, bool isDesktop, Func<string, Assembly> load)
    {
        _module = module;
        _isDesktop = isDesktop;
        _load = load;
        _libraries = new Lazy<IReadOnlyList<PrivateLibrary>>(() => PrivateLibraries.Find(moduleFolder, isDesktop));
    }

    /// <summary>Starts answering. Each runspace that imports the module calls this once.</summary>
    public static void Attach()
    {
        lock (Gate)
        {
            if (Attached++ == 0)
            {
                AppDomain.CurrentDomain.AssemblyResolve += OnAssemblyResolve;
            }
        }
    }

    /// <summary>Undoes one <see cref="Attach"/>; the last one stops the answering.</summary>
    public static void Detach()
    {
        lock (Gate)
        {
            if (Attached > 0 && --Attached == 0)
            {
                AppDomain.CurrentDomain.AssemblyResolve -= OnAssemblyResolve;
            }
        }
    }

    /// <summary>
    /// To be called before the first use of a feature's libraries. Windows PowerShell may later ask for them without saying
    /// for whom, so there they are loaded now; PowerShell 7 asks when it needs one.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <exception cref="FileNotFoundException">A library is missing.</exception>
    /// <exception cref="FileLoadException">A library cannot be loaded.</exception>
    /// <exception cref="BadImageFormatException">A library is damaged.</exception>
    public static void Prepare(Feature feature) => Current.Preload(feature);

    /// <summary>Chooses the file that answers a request, or nothing.</summary>
    /// <param name="requested">The identity asked for.</param>
    /// <param name="requester">Who asks.</param>
    /// <param name="candidates">The files there are.</param>
    /// <returns>The file; null when the request is not ours to answer.</returns>
    public static PrivateLibrary? Choose(AssemblyName requested, Requester requester, IEnumerable<PrivateLibrary> candidates)
    {
        return candidates.FirstOrDefault(candidate =>
            IsSameAssembly(requested, candidate.Identity) && IsAnswerable(requested, requester, candidate));
    }

    /// <summary>Loads the file that answers a request. Never throws.</summary>
    /// <param name="requested">The identity asked for.</param>
    /// <param name="requester">The assembly that asks, where the runtime names it.</param>
    /// <returns>The assembly; null when the request is not ours to answer or the file cannot be loaded.</returns>
    public Assembly? Resolve(AssemblyName requested, Assembly? requester)
    {
        try
        {
            Requester who = Identify(requester);
            return who == Requester.Foreign || Choose(requested, who, _libraries.Value) is not { } library ? null : Load(library);
        }
        catch (Exception)
        {
            // The runtime turns null into its own load error, for the caller; an exception here would reach other modules.
            return null;
        }
    }

    /// <summary>Loads the feature's libraries in the order of their row, in Windows PowerShell only.</summary>
    /// <param name="feature">The feature.</param>
    public void Preload(Feature feature)
    {
        if (!_isDesktop)
        {
            return;
        }

        foreach (string name in feature.Libraries(_isDesktop))
        {
            PrivateLibrary library = _libraries.Value.FirstOrDefault(l => l.Feature == feature && l.Identity.Name == name)
                ?? throw new FileNotFoundException($"The module's library '{name}' is missing from its folder '{feature.Name}'.", name);
            Load(library);
        }
    }

    private static Assembly? OnAssemblyResolve(object sender, ResolveEventArgs args) =>
        Current.Resolve(new AssemblyName(args.Name), args.RequestingAssembly);

    private static bool IsAnswerable(AssemblyName requested, Requester requester, PrivateLibrary candidate)
    {
        if (!requester.IsKnown)
        {
            return requested.Version == candidate.Identity.Version;
        }

        bool isOurs = requester.IsModule || requester.Feature == candidate.Feature;
        return isOurs && (requested.Version is null || candidate.Identity.Version >= requested.Version);
    }

    private static bool IsSameAssembly(AssemblyName requested, AssemblyName candidate) =>
        string.Equals(requested.Name, candidate.Name, StringComparison.OrdinalIgnoreCase)
        && string.Equals(requested.CultureName ?? "", candidate.CultureName ?? "", StringComparison.OrdinalIgnoreCase)
        && (requested.GetPublicKeyToken() ?? []).SequenceEqual(candidate.GetPublicKeyToken() ?? []);

    private Requester Identify(Assembly? requester)
    {
        if (requester is null)
        {
            return _isDesktop ? Requester.Unknown : Requester.Foreign;
        }

        if (_owners.TryGetValue(requester, out Feature feature))
        {
            return Requester.Library(feature);
        }

        return requester == _module || IsCore(requester) ? Requester.Module : Requester.Foreign;
    }

    private bool IsCore(Assembly assembly) =>
        assembly.GetName().Name == _module.GetName().Name + ".Core"
        && Path.GetDirectoryName(assembly.Location) == Path.GetDirectoryName(_module.Location);

    private Assembly Load(PrivateLibrary library) => _loaded.GetOrAdd(library.Identity.FullName, _ =>
    {
        Assembly assembly = _load(library.Path);
        _owners.TryAdd(assembly, library.Feature);
        return assembly;
    });
}
